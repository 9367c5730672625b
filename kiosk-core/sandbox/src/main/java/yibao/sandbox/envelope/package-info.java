/**
 * The national envelope as the platform sees it: a request's fields checked one by one, an answer
 * put together. Knows no transaction.
 */
package yibao.sandbox.envelope;
