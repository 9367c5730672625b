/**
 * The questions of a form, what need not be asked, the check of all answers, the commitment and the
 * signature. Nothing here hands anything in.
 */
package yibao.kiosk.journey.form;
