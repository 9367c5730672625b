/**
 * Papers 凭条和文书: data become the pages of this hall's printers, with number, seal and verification
 * code; and a scanned code is checked. Knows the templates, the seal and where the terminal stands;
 * no device, no platform, no screen.
 */
package yibao.kiosk.paper;
