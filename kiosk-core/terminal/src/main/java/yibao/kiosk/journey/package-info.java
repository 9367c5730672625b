/**
 * One citizen at a time: the visit, its stages, its idle clock and its wipe; composes the use cases
 * below. The journey is the truth and the screen a view of it; nothing in here knows HTTP, SQL or a
 * wire.
 */
package yibao.kiosk.journey;
