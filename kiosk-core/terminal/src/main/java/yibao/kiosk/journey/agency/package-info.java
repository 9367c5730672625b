/**
 * 委托办理: who comes for whom, what gives them the right to, and the papers that show it. What is then
 * filed is none of its business.
 */
package yibao.kiosk.journey.agency;
