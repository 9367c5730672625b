/**
 * What is wrong with this machine and what to do about it. May look at anything and change nothing;
 * prints no personal data.
 */
package yibao.kiosk.app.doctor;
