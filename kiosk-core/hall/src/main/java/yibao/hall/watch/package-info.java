/**
 * Watches over the terminals: takes messages, judges, raises and clears alarms, tells whoever
 * listens. One thread does all of it; knows no wire and no screen.
 */
package yibao.hall.watch;
