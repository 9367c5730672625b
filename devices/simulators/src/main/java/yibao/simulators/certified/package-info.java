/**
 * The certified module of a terminal from the other end: a port on this machine that answers JSON.
 * Knows no person itself and nothing of drivers.
 */
package yibao.simulators.certified;
