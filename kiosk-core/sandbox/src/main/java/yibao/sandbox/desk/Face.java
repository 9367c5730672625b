package yibao.sandbox.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the certified face module finds when it looks. */
public enum Face {
  /** It is the person asked for. */
  MATCH,
  /** It is somebody else. */
  NO_MATCH,
  /** It is a picture or a mask. */
  NOT_LIVE,
  /** Too many tries for this person today. */
  LOCKED,
  /** The national service does not answer. */
  DOWN;

  /** The word in the simulation calls, e.g. {@code no-match}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The outcome of this word. */
  public static Optional<Face> of(String word) {
    return Arrays.stream(values()).filter(face -> face.word().equals(word)).findFirst();
  }
}
