package yibao.kiosk.form;

/**
 * What a citizen must know once a form has been taken, for screen and paper.
 *
 * @param when the answers under which it is true
 * @param label what it is about, e.g. 缴费
 * @param text e.g. 尚未缴费。…
 */
public record Remark(When when, String label, String text) {}
