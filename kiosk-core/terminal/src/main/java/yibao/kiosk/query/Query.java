package yibao.kiosk.query;

import yibao.kiosk.platform.Reply;

/** A question the terminal can put to the platform; {@link Queries} has them all by name. */
public interface Query {

  /** Whom it is about. */
  About about();

  /** Asks; blocks for a bounded time. An answer without sections means that nothing was found. */
  Reply<QueryAnswer> ask(Question question);

  /** Whom a question is about. */
  enum About {
    /** Nobody: it may be asked without a credential. */
    NOBODY,
    /** The person who stands there. */
    PERSON,
    /** One of the person's insurances, running or ended. */
    INSURANCE,
    /** One of the person's insurances that pays for treatment by itself, running or ended. */
    TREATMENT,
    /** One of the person's insurances that has a personal account. */
    ACCOUNT
  }
}
