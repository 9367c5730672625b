/**
 * What a terminal's state comes to, for whoever looks at it: the hall's wall and its own staff.
 * Pure values and rules on {@link yibao.telemetry.Message.State}; no I/O, no clock.
 */
package yibao.telemetry.condition;
