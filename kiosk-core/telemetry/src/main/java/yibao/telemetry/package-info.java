/**
 * What terminals and the hall's monitor say to each other over MQTT: topics, messages, their
 * schema, and the line to the broker. Knows neither a terminal's devices nor a monitor's wall; no
 * personal data has a place in any message.
 */
package yibao.telemetry;
