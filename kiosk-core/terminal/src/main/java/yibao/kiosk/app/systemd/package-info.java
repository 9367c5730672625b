/**
 * Talking to the service manager: ready, alive, stopping (sd_notify(3)). Knows no other part of the
 * program; nothing here decides whether the program is well.
 */
package yibao.kiosk.app.systemd;
