/**
 * Time as the hall counts it: the one source of time, working days, due dates. Pure rules over
 * dates they are given; reads no system clock and no file.
 */
package yibao.kiosk.calendar;
