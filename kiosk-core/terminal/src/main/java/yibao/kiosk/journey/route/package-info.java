/**
 * Which stages an item goes through: the one place where a region's reading becomes a way. Stages
 * know no route; nothing here names a region or an item.
 */
package yibao.kiosk.journey.route;
