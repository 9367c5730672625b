/**
 * HTTP on loopback: the contract's calls, the event stream, the screens' files, and who may call.
 * Bytes in, bytes out; every decision is the journey's.
 */
package yibao.kiosk.web;
