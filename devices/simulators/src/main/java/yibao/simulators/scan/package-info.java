/** Scan engines from the other end, in the words of five makers. Knows nothing of drivers. */
package yibao.simulators.scan;
