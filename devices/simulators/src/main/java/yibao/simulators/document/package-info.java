/**
 * The document printer from the other end: an IPP printer on this machine whose tray can be
 * emptied. Knows nothing of drivers.
 */
package yibao.simulators.document;
