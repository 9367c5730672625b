/**
 * The receipt printer from the other end: a strict reader of ESC/POS, paper that is really drawn,
 * and everything that can be wrong with a printer. Knows nothing of drivers or templates.
 */
package yibao.simulators.printer;
