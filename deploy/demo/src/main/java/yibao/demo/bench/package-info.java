/**
 * Benchmarks: what we claim, measured on this machine beside its peers, as one table. May know
 * every part and peers that production never sees; only the command line knows it.
 */
package yibao.demo.bench;
