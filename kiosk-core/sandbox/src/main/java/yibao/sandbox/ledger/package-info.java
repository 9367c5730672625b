/**
 * The sandbox's memory of filings: an append-only file, forced to disk before an answer leaves,
 * read back at start. Knows neither the envelope nor the people.
 */
package yibao.sandbox.ledger;
