package yibao.kiosk.platform;

import yibao.kiosk.record.InsuredPerson;

/** What a look-up by credential can find. */
public sealed interface PersonFound {

  /**
   * The platform knows the person, who may hold no active insurance.
   *
   * @param person the person with all their insurances
   */
  record Known(InsuredPerson person) implements PersonFound {}

  /** The platform has no such person: not insured in this province. */
  record NotKnown() implements PersonFound {}
}
