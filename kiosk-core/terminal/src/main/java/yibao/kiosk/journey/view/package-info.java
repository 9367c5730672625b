/**
 * What the screen is shown: one record per kind of step, as the HTTP contract has them, personal
 * data masked already. Pure values; knows nothing of how they come about or how they travel.
 */
package yibao.kiosk.journey.view;
