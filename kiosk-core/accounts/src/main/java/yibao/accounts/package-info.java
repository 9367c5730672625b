/**
 * Who may act at a hall's monitor or at a terminal, in what role, and by which password: accounts
 * in a file. Knows nothing of doors, sessions or what is done behind them.
 */
package yibao.accounts;
