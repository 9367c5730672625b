/**
 * What makes paper trustworthy: the digital signature over a PDF and the signed code a QR symbol
 * carries. Keys come from outside; X.509 and SM2 alike. Never here: layout, key storage, the
 * network.
 */
package yibao.templates.proof;
