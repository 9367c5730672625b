/**
 * What a terminal's state and figures come to, for whoever looks: the hall's wall and its own
 * staff. Pure values and rules; no I/O, no clock.
 */
package yibao.telemetry.condition;
