package yibao.kiosk.journey.view;

/**
 * Something the citizen must know, as one sentence.
 *
 * @param code stable, for staff and tests
 * @param text the sentence in the language in use
 * @param tone how it is coloured and which icon stands beside it
 */
public record Notice(String code, String text, Tone tone) {

  /** Weight of a notice. */
  public enum Tone {
    /** Good to know. */
    INFO,
    /** It worked. */
    SUCCESS,
    /** Something to do. */
    WARNING,
    /** It did not work. */
    DANGER
  }
}
