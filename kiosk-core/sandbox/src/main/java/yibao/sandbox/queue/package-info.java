/**
 * An embedded stand-in for a hall's queue: numbers and appointments over HTTP, kept in memory for a
 * day. Knows nothing of the province or of people.
 */
package yibao.sandbox.queue;
