/**
 * The last screens of a visit and what they put on paper: result, paper, rating, good-bye. What is
 * painted comes from the visit; nothing here asks the platform.
 */
package yibao.kiosk.journey.ending;
