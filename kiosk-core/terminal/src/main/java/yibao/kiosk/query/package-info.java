/**
 * Queries 查询: what a citizen can ask, put to the platform and laid out as sections of lines. Knows
 * the platform's interface and records; nothing of screens, paper or whoever is asking.
 */
package yibao.kiosk.query;
