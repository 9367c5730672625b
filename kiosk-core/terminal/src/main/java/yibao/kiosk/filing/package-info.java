/**
 * Handing in filings: committed to the journal, then sent, then settled; what the platform has not
 * answered is asked about and sent again until it has. Knows the journal and the platform by their
 * interfaces; knows no screen, no journey and no file.
 */
package yibao.kiosk.filing;
