/**
 * Devices as seen from the other end of the wire: each simulator speaks its device's real bytes.
 * May use the JDK and drawing libraries; may not know drivers, terminal or sandbox.
 */
package yibao.simulators;
