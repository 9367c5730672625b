/**
 * Wires: pseudo-terminals that behave like a serial line, with its speed, its noise and its plug,
 * and the plugs of what is on a network. No device lives here; a device hears bytes and answers
 * bytes.
 */
package yibao.simulators.wire;
