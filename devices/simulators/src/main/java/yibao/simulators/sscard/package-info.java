/**
 * The social-security card from the other end: a chip that answers APDUs, and a way to put it into
 * the PC/SC service's virtual reader. Knows nothing of drivers.
 */
package yibao.simulators.sscard;
