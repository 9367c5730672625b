/**
 * What is asked of the platform and answered on screen: queries, certificates, a filing by its
 * number, its withdrawal. Nothing here changes anything but by the platform's word.
 */
package yibao.kiosk.journey.asking;
