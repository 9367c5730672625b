/**
 * Looks pages of paper over that lie under a camera, and cuts them out of their surroundings. Knows
 * pixels; may not know cameras, threads, screens or what the papers are for.
 */
package yibao.devices.page;
