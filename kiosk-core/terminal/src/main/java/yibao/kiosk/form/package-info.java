/**
 * Forms as data: the questions of a filing, what may be answered, what is filled in already. Pure
 * rules over values they are given; no wording of errors, no I/O, no clock.
 */
package yibao.kiosk.form;
