/**
 * The line to the terminals: what comes in is read, counted where it is none of ours, and handed
 * on. Decides nothing about it.
 */
package yibao.hall.broker;
