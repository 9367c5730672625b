package yibao.devices.page;

import java.util.List;

/**
 * The corners of a page in pixels of its picture, from the one nearest to the top left clockwise.
 */
public record Corners(Point topLeft, Point topRight, Point bottomRight, Point bottomLeft) {

  /** A point in pixels, x to the right, y down. */
  public record Point(double x, double y) {
    double distance(Point other) {
      return Math.hypot(x - other.x, y - other.y);
    }

    Point times(double by) {
      return new Point(x * by, y * by);
    }
  }

  Corners times(double by) {
    return new Corners(
        topLeft.times(by), topRight.times(by), bottomRight.times(by), bottomLeft.times(by));
  }

  List<Point> points() {
    return List.of(topLeft, topRight, bottomRight, bottomLeft);
  }

  double area() {
    double twice = 0;
    List<Point> points = points();
    for (int i = 0; i < points.size(); i++) {
      Point from = points.get(i);
      Point to = points.get((i + 1) % points.size());
      twice += from.x * to.y - to.x * from.y;
    }
    return Math.abs(twice) / 2;
  }

  /** Mean length of the upper and the lower side. */
  double width() {
    return (topLeft.distance(topRight) + bottomLeft.distance(bottomRight)) / 2;
  }

  /** Mean length of the left and the right side. */
  double height() {
    return (topLeft.distance(bottomLeft) + topRight.distance(bottomRight)) / 2;
  }

  /** How alike opposite sides are: 1 for a rectangle seen from above. */
  double evenness() {
    return Math.min(
        alike(topLeft.distance(topRight), bottomLeft.distance(bottomRight)),
        alike(topLeft.distance(bottomLeft), topRight.distance(bottomRight)));
  }

  private static double alike(double one, double other) {
    return Math.min(one, other) / Math.max(1, Math.max(one, other));
  }

  /** Where a point of the page lies: {@code u} from left to right, {@code v} from top to bottom. */
  Point at(double u, double v) {
    double x =
        (1 - v) * ((1 - u) * topLeft.x + u * topRight.x)
            + v * ((1 - u) * bottomLeft.x + u * bottomRight.x);
    double y =
        (1 - v) * ((1 - u) * topLeft.y + u * topRight.y)
            + v * ((1 - u) * bottomLeft.y + u * bottomRight.y);
    return new Point(x, y);
  }
}
