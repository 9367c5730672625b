/**
 * What the platform and the terminal keep about people: insurances, contributions, filings and
 * their states. Pure values and rules; no I/O, no clock, nothing of how the province names its
 * fields.
 */
package yibao.kiosk.record;
