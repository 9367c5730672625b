package yibao.kiosk.packs;

import java.util.Comparator;

/**
 * Something wrong in a region pack, said so that whoever maintains the pack can put it right.
 *
 * @param file the file's path below the regions folder, with slashes
 * @param line the line it stands in, from 1; 0 when the file as a whole is meant
 * @param message what is wrong
 * @param remedy what to do about it
 */
public record Fault(String file, int line, String message, String remedy)
    implements Comparable<Fault> {

  private static final Comparator<Fault> ORDER =
      Comparator.comparing(Fault::file).thenComparing(Fault::line).thenComparing(Fault::message);

  @Override
  public int compareTo(Fault other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line: message; remedy}. */
  @Override
  public String toString() {
    return "%s%s: %s；%s".formatted(file, line > 0 ? ":" + line : "", message, remedy);
  }
}
