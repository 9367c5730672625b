/**
 * The program: its commands, its configuration, and how its parts are put together. The only place
 * that knows every part; no rule of its own.
 */
package yibao.hall.app;
