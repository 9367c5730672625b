/**
 * Rules of written Chinese that paper needs: which characters are safe, how wide, where a line may
 * end, amounts in words. Pure functions over strings. Never here: fonts, templates, printers.
 */
package yibao.templates.text;
