/**
 * What is told of an item before anybody begins: its ending, materials, limit and place. Whether
 * this terminal carries it out is decided elsewhere.
 */
package yibao.kiosk.journey.brief;
