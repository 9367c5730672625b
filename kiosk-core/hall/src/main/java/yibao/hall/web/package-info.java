/**
 * HTTP for the wall: the contract's calls, the event stream, the page's files, and who may act.
 * Every decision is the watch's.
 */
package yibao.hall.web;
