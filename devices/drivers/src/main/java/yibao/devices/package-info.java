/**
 * Drivers for the hardware of a self-service terminal and the words they share. May use the JDK and
 * port libraries; may not know insurance, the terminal or its web.
 */
package yibao.devices;
