/**
 * Setting a terminal up: the steps, what came of each check, and the configuration that is proposed
 * meanwhile. Knows no screen and opens no device; never writes the configuration in use.
 */
package yibao.kiosk.app.setup;
