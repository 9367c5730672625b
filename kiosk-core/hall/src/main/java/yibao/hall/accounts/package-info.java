/**
 * The door to the hall's monitor: whom it lets in, for how long, and after how many wrong passwords
 * it does not. Knows nothing of what is done behind it.
 */
package yibao.hall.accounts;
