/**
 * What paper looks like: receipts for a thermal roll as printer bytes and image, A4 documents as
 * PDF. Here: the doors other modules use. Below: {@code template}, {@code text}, {@code font},
 * {@code receipt}, {@code document}, {@code proof}. Never here: ports, printer status, the network,
 * a region's or an item's name.
 */
package yibao.templates;
