/**
 * Receipt printers that speak ESC/POS: their state, and whether something really was printed. May
 * use ports; may not know how the bytes that paint paper are made.
 */
package yibao.devices.printer;
