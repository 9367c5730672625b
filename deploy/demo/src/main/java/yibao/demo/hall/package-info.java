/**
 * A hall for the demonstration: certificates, a real broker, the monitor and terminals, each a
 * process of its own. Nothing in here is part of an installed hall.
 */
package yibao.demo.hall;
