/**
 * Who a person is: numbers and their check digits, identity documents, and what of them may be
 * shown. Pure rules and values; no I/O, no clock of its own, nothing of readers or platforms.
 */
package yibao.kiosk.identity;
