/**
 * The province's 医保信息平台 behind one interface: what may be asked and filed, and every way it can
 * end. National field names, code tables and transports stay in here; it knows neither the disk nor
 * the journey.
 */
package yibao.kiosk.platform;
