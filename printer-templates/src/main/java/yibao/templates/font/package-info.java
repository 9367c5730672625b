/**
 * Outlines for every character a name may hold, from fonts this library brings along. The fonts of
 * the machine are never asked: a terminal may have none. Never here: layout, printers.
 */
package yibao.templates.font;
