package yibao.sandbox.envelope;

/** The sandbox's infcodes; explained in {@code transactions.md} beside the people. */
public final class Codes {

  /** Done. */
  public static final int SUCCESS = 0;

  /** A field of the envelope or of the input is missing, too long or malformed. */
  public static final int MALFORMED = -1;

  /** This msgid has been seen before; nothing was done. */
  public static final int REPEATED_MSGID = 1001;

  /** sign_no missing, unknown or of another day; nothing was done. */
  public static final int NOT_SIGNED_IN = 1002;

  /** No such transaction here. */
  public static final int UNKNOWN_TRANSACTION = 1003;

  /** inf_time is too far from the platform's clock. */
  public static final int WRONG_TIME = 1004;

  /** No such person in this province. */
  public static final int NO_SUCH_PERSON = 1101;

  /** An earlier filing covers part of the period; the output names it. */
  public static final int ALREADY_FILED = 2001;

  /** Not entitled to benefits now. */
  public static final int NOT_ENTITLED = 2002;

  /** The place lies within the person's own pool, or is no place. */
  public static final int WRONG_PLACE = 2003;

  /** The period is not possible. */
  public static final int WRONG_PERIOD = 2004;

  /** This key was used for another filing. */
  public static final int KEY_REUSED = 2005;

  /** No filing under this key or number. */
  public static final int NO_SUCH_FILING = 2006;

  /** The filing is not in a state that allows this. */
  public static final int WRONG_STATE = 2007;

  /** An attachment the filing names is not there yet; nothing was done. */
  public static final int MISSING_ATTACHMENT = 2008;

  /** An attachment is not what its digest says. */
  public static final int WRONG_ATTACHMENT = 2009;

  public static final int OTHER_ANCHOR = 2010;

  /** An electronic invoice was claimed before, in a filing of the same kind. */
  public static final int INVOICE_CLAIMED = 2011;

  /** The platform takes nothing today. */
  public static final int NOT_TODAY = 2099;

  private Codes() {}
}
