/**
 * Devices on USB without a serial adapter: printer nodes ({@code /dev/usb/lp*}) and bulk pipes
 * ({@code /dev/bus/usb}), by system calls. May not know what a device is for.
 */
package yibao.devices.usb;
