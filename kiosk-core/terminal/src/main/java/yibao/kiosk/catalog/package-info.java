/**
 * What the regions published and how we read it: items, endings, credentials, materials, limits.
 *
 * <p>Pure values and rules over them. No I/O, no parsing of files, no annotations of any library.
 */
package yibao.kiosk.catalog;
