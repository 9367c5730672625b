/**
 * The stages at which staff stand at the screen: their PIN, what they have to do, new paper. None
 * of them knows which item a citizen came for.
 */
package yibao.kiosk.journey.staff;
