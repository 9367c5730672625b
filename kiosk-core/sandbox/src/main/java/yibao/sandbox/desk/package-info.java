/**
 * The sandbox's transactions: what each checks, does and answers, in national field names. The
 * hall's own transactions are listed in {@code transactions.md}.
 */
package yibao.sandbox.desk;
