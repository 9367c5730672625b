package yibao.kiosk.journey.visit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A handwritten signature as vector strokes.
 *
 * @param strokes each a run of points from touching the glass to leaving it
 * @param width width of the box, CSS pixels
 * @param height height of the box, CSS pixels
 */
public record Handwriting(List<List<Point>> strokes, int width, int height) implements Signature {

  /** Less ink than this is a scribble, not a signature; CSS pixels. */
  public static final double LEAST_INK = 150;

  private static final int MOST_POINTS = 20_000;

  /**
   * Where the finger was.
   *
   * @param x from the left, CSS pixels
   * @param y from the top, CSS pixels
   * @param t milliseconds since the first touch
   */
  public record Point(double x, double y, long t) {}

  public Handwriting {
    strokes = strokes.stream().map(List::copyOf).toList();
  }

  /** Reads the answer of the sign step. */
  public static Handwriting read(JsonNode answer) {
    JsonNode strokes = answer.path("strokes");
    if (!strokes.isArray()) {
      throw new Misread("strokes", "a list of strokes");
    }
    List<List<Point>> read = new ArrayList<>();
    int points = 0;
    for (JsonNode stroke : strokes) {
      List<Point> run = new ArrayList<>();
      for (JsonNode p : stroke) {
        if (!p.path("x").isNumber() || !p.path("y").isNumber() || ++points > MOST_POINTS) {
          throw new Misread("strokes", "at most " + MOST_POINTS + " points with x, y and t");
        }
        run.add(new Point(p.path("x").asDouble(), p.path("y").asDouble(), p.path("t").asLong()));
      }
      read.add(run);
    }
    return new Handwriting(read, dimension(answer, "width"), dimension(answer, "height"));
  }

  private static int dimension(JsonNode answer, String name) {
    int value = answer.path(name).asInt();
    if (value < 1 || value > 10_000) {
      throw new Misread(name, "a number of pixels");
    }
    return value;
  }

  /** Length of all strokes, CSS pixels. */
  public double ink() {
    double length = 0;
    for (List<Point> stroke : strokes) {
      for (int i = 1; i < stroke.size(); i++) {
        length +=
            Math.hypot(
                stroke.get(i).x() - stroke.get(i - 1).x(),
                stroke.get(i).y() - stroke.get(i - 1).y());
      }
    }
    return length;
  }

  /** The strokes as JSON, rounded to whole pixels. */
  @Override
  public String json() {
    StringBuilder out = new StringBuilder();
    out.append("{\"width\":").append(width).append(",\"height\":").append(height);
    out.append(",\"strokes\":[");
    for (int s = 0; s < strokes.size(); s++) {
      out.append(s == 0 ? "[" : ",[");
      List<Point> stroke = strokes.get(s);
      for (int i = 0; i < stroke.size(); i++) {
        Point p = stroke.get(i);
        out.append(i == 0 ? "[" : ",[")
            .append(Math.round(p.x()))
            .append(',')
            .append(Math.round(p.y()))
            .append(',')
            .append(p.t())
            .append(']');
      }
      out.append(']');
    }
    return out.append("]}").toString();
  }
}
