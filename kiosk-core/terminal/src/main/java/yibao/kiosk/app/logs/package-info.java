/**
 * What the program writes to its log, and what never: how a line is painted, for our own events and
 * for those of libraries. Nothing here decides what is worth a line.
 */
package yibao.kiosk.app.logs;
