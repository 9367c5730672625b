/**
 * A4 documents: XHTML to tagged PDF/A with our fonts, and what HTML cannot draw (QR symbols, seals,
 * Tibetan). Nothing is fetched from anywhere while a page is laid out. Never here: template files,
 * field data, signing.
 */
package yibao.templates.document;
