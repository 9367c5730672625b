package yibao.kiosk.paper;

/** What became of the wish for a document. */
public sealed interface Issue {

  /** It is made. */
  record Issued(IssuedDocument document) implements Issue {}

  /** It must not be made. */
  record Withheld(Reason reason) implements Issue {}

  /** Why a document is withheld. */
  enum Reason {
    /** It needs a seal and this terminal has none. */
    NO_SEAL("paper.no-seal"),
    /** The clock cannot be right, so its date would be wrong. */
    CLOCK("paper.clock");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /** Code of the sentence for the citizen. */
    public String code() {
      return code;
    }
  }
}
