/**
 * A province's way of watching: a broker of two servers, several monitors, one database, each the
 * real program in a process of its own. Nothing of a terminal's screens belongs here.
 */
package yibao.acceptance.cluster;
