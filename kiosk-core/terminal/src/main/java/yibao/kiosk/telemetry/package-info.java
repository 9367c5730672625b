/**
 * What the hall hears of this terminal: its state, what happened, what was counted, over MQTT.
 * Listens to the parts below and never holds one up; nothing personal comes in here, because
 * nothing personal goes out.
 */
package yibao.kiosk.telemetry;
