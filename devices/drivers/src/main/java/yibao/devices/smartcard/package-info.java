/**
 * Chip cards over PC/SC: finding a reader, powering a card, exchanging APDUs. May use the PC/SC
 * binding; may not know what any card holds.
 */
package yibao.devices.smartcard;
