/**
 * Staff as the terminal's own screen knows them: by a registered card and its PIN, and what they
 * may do there. No stage lives here, and nothing here knows a visit.
 */
package yibao.kiosk.journey.attend;
