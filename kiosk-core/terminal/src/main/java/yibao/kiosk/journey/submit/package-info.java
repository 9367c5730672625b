/**
 * The form goes to the platform, and how that ended is put into words. Screens and papers of the
 * ending live elsewhere.
 */
package yibao.kiosk.journey.submit;
