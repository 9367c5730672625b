package yibao.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the platform feels today. */
public enum Mood {
  /** Answers as it should. */
  NORMAL,
  /** Answers late; what was asked is done only after the delay. */
  SLOW,
  /** Refuses connections. */
  DOWN,
  /** Lets nobody do anything but sign in and out. */
  REFUSE,
  /** Takes filings without deciding them. */
  UNDECIDED,
  /** Does what was asked, then cuts the connection instead of answering. */
  DROP_REPLY,
  /** Does what was asked, then answers 200 with something that is no envelope. */
  GARBAGE;

  /** The mood's word in the simulation calls, e.g. {@code drop-reply}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The mood of this word. */
  public static Optional<Mood> of(String word) {
    return Arrays.stream(values()).filter(mood -> mood.word().equals(word)).findFirst();
  }
}
