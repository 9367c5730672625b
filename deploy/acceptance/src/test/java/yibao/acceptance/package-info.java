/**
 * Journeys as a citizen makes them: a real browser, by touch, against the program as the launcher
 * starts it. Talks to it over HTTP only; everything it knows of a person it has from the sandbox.
 */
package yibao.acceptance;
