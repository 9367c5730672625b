/**
 * Document printers over the Internet Printing Protocol: their state, and what became of a job. May
 * use HTTP and IPP; may not know what a document says.
 */
package yibao.devices.document;
