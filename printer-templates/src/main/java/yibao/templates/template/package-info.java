/**
 * Template files: finding them, the fields they declare, checking data against the fields, filling
 * them in. Knows no kind of paper: the text that comes out is receipt notation or HTML as the file
 * says. Never here: layout, printers.
 */
package yibao.templates.template;
