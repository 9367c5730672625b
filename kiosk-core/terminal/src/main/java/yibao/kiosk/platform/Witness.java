package yibao.kiosk.platform;

import java.util.List;

/** Keeps points of this terminal's audit record where its disk is not. */
public interface Witness {

  /**
   * A point of the record.
   *
   * @param number the line's number, 1 for the first
   * @param hash its hash, 64 lower-case hexadecimal digits
   */
  record Point(long number, String hash) {}

  /**
   * Keeps a point; safe to repeat. A point before one that is kept already, or another at the same
   * number, is refused: the record was cut off or rewritten.
   */
  Reply<Point> keep(Point point);

  /** The points kept last, oldest first, at most a hundred. */
  Reply<List<Point>> kept();
}
