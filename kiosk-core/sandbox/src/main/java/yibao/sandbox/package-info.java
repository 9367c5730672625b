/**
 * An embedded stand-in for a province's platform: speaks the national envelope over HTTP, keeps a
 * durable ledger, has moods. Imports neither drivers nor terminal and is never part of an installed
 * package.
 */
package yibao.sandbox;
