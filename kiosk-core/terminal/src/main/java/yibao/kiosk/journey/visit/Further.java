package yibao.kiosk.journey.visit;

import yibao.kiosk.journey.view.Choice;

/**
 * One more paper that a visit can have.
 *
 * @param choice the button that asks for it; its id is unique among the visit's papers
 * @param slip how it is made
 */
public record Further(Choice choice, Slip slip) {}
