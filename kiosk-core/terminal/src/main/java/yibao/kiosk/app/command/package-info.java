/**
 * One class for each subcommand a person types beside {@code run}. Parses arguments, calls the part
 * that does the work and prints; holds no rules of its own.
 */
package yibao.kiosk.app.command;
