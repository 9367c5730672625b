/**
 * Receipts: the notation templates are written in, its layout on a grid of half-width cells, and
 * two painters of the result. Both painters paint the same laid-out bands, so that the image shows
 * what the printer gets. Never here: template files, field data.
 */
package yibao.templates.receipt;
