/**
 * How terminals are and what is wrong with them: pure values and rules. No I/O, no clock of its
 * own, nothing of MQTT, SQL or HTTP.
 */
package yibao.hall.fleet;
