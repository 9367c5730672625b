/**
 * Who may act at the hall's monitor: accounts in a file, and the door they open. Knows nothing of
 * what is done behind it.
 */
package yibao.hall.accounts;
