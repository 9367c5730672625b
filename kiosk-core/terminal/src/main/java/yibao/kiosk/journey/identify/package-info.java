/**
 * Who stands here: a credential shown, its holder found at the platform, and made as sure of as the
 * item needs. Knows no form and no filing.
 */
package yibao.kiosk.journey.identify;
