package yibao.kiosk.hardware;

/** State of a paper supply, in the words of CEN XFS4IoT. */
public enum PaperState {
  /** Enough. */
  FULL("full"),
  /** Nearly at its end. */
  LOW("low"),
  /** At its end. */
  OUT("out"),
  /** Jammed. */
  JAMMED("jammed"),
  /** The printer has not said. */
  UNKNOWN("unknown");

  private final String key;

  PaperState(String key) {
    this.key = key;
  }

  /** The word in events and the HTTP interface. */
  public String key() {
    return key;
  }
}
