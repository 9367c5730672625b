/**
 * The papers that go with a filing: what is asked for, page by page, promised or brought later, and
 * the draft of it. How pages are told from each other is decided below.
 */
package yibao.kiosk.journey.handin;
