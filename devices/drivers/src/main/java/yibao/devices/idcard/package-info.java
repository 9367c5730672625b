/**
 * The resident ID-card reader (GA 450): frames, commands, the four card layouts, and one visit of a
 * card. May use ports; may not decide what a card entitles its holder to.
 */
package yibao.devices.idcard;
