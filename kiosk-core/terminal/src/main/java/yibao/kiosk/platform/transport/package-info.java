/**
 * Ways to carry an envelope to the platform: bare, or with what a province's gateway wants around
 * it. Knows HTTP, signatures and ciphers; knows no transaction.
 */
package yibao.kiosk.platform.transport;
