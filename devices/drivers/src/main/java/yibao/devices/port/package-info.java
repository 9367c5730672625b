/**
 * Lines that carry bytes to a device and back, each call with a limit. May wrap port libraries; may
 * not know what the bytes mean.
 */
package yibao.devices.port;
