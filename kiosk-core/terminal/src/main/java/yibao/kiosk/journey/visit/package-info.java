/**
 * What every stage stands on: the visit and what it holds, the scene it plays in, the hall's site
 * and facilities. No stage lives here, and nothing here knows one.
 */
package yibao.kiosk.journey.visit;
