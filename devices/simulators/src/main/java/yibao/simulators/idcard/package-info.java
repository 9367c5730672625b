/**
 * The resident ID-card reader from the other end: cards as simulator-side records and the reader's
 * answers in SDT frames. Knows nothing of the driver that listens.
 */
package yibao.simulators.idcard;
