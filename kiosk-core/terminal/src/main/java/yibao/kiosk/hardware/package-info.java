/**
 * The terminal's devices: each owned by one thread, supervised, found again by itself, its state
 * known. Turns drivers' outcomes into what a journey can use; knows no insurance, no screen, no
 * paper layout.
 */
package yibao.kiosk.hardware;
