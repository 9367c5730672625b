/**
 * Papers 凭条: the data of a receipt becomes the bytes that paint it on this hall's printer. Knows
 * the templates and where the terminal stands; no device, no platform, no screen.
 */
package yibao.kiosk.paper;
