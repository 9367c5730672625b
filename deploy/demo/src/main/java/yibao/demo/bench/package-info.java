/**
 * Benchmarks: what we claim, measured on this machine beside its peers, as tables. May know every
 * part and peers that production never sees; nothing may know it.
 */
package yibao.demo.bench;
