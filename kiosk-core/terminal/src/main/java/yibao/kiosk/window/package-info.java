/**
 * The windows of the hall, as far as a terminal has to do with them: numbers of their queue. What
 * is handed over there is the journey's business.
 */
package yibao.kiosk.window;
