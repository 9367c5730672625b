/**
 * Scan engines on a serial line: triggering them, and telling codes from replies. May use ports;
 * may not know what a code means.
 */
package yibao.devices.scan;
