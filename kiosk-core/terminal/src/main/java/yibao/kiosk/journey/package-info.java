/**
 * One citizen at a time: the visit, its idle clock and its wipe; its stages live in the rooms
 * below. The journey is the truth and the screen a view of it; nothing in here knows HTTP, SQL or a
 * wire.
 */
package yibao.kiosk.journey;
