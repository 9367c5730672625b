/**
 * The windows of the hall, as far as a terminal has to do with them: numbers of their queue, and
 * the symbol on the ticket that goes there. What is handed over is the journey's business.
 */
package yibao.kiosk.window;
