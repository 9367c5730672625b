/**
 * The terminal in a world of its own: simulated devices, an embedded platform, invented people,
 * time that can be moved. Sees everything; nothing of it goes into the installed package.
 */
package yibao.demo;
