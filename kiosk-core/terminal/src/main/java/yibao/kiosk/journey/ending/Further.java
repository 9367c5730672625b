package yibao.kiosk.journey.ending;

import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.visit.Slip;

/**
 * One more paper that a visit can have.
 *
 * @param choice the button that asks for it; its id is unique among the visit's papers
 * @param slip how it is made
 */
public record Further(Choice choice, Slip slip) {}
