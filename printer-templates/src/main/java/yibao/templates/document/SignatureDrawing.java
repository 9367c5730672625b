package yibao.templates.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A handwritten signature, as large as its place allows; the margins of the box it was written in
 * are left away.
 *
 * @param strokes each a run of points, in any unit
 */
record SignatureDrawing(List<List<Point2D>> strokes) implements PageObjects.Drawing {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Points of type: half a millimetre, as a pen writes. */
  private static final double PEN = 1.4;

  /** Reads a field of the type {@code strokes}; what is not one draws nothing. */
  static SignatureDrawing of(String json) {
    List<List<Point2D>> strokes = new ArrayList<>();
    try {
      for (JsonNode stroke : JSON.readTree(json).path("strokes")) {
        List<Point2D> run = new ArrayList<>();
        stroke.forEach(
            point ->
                run.add(new Point2D.Double(point.path(0).asDouble(), point.path(1).asDouble())));
        if (!run.isEmpty()) {
          strokes.add(run);
        }
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a signature is JSON", e);
    }
    return new SignatureDrawing(strokes);
  }

  @Override
  public void draw(Graphics2D pen, double width, double height) {
    if (strokes.isEmpty()) {
      return;
    }
    Rectangle2D ink = ink();
    double scale =
        Math.min(
            (width - PEN) / Math.max(1, ink.getWidth()),
            (height - PEN) / Math.max(1, ink.getHeight()));
    Path2D.Double lines = new Path2D.Double();
    for (List<Point2D> stroke : strokes) {
      line(lines, stroke, ink, scale, (height - ink.getHeight() * scale) / 2);
    }
    pen.setColor(Color.BLACK);
    pen.setStroke(new BasicStroke((float) PEN, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(lines);
  }

  private Rectangle2D ink() {
    Point2D first = strokes.getFirst().getFirst();
    Rectangle2D ink = new Rectangle2D.Double(first.getX(), first.getY(), 0, 0);
    strokes.forEach(stroke -> stroke.forEach(ink::add));
    return ink;
  }

  /** Curves through the middles between the points, which takes the corners off a slow panel's. */
  private static void line(
      Path2D path, List<Point2D> stroke, Rectangle2D ink, double scale, double top) {
    List<Point2D> at =
        stroke.stream()
            .map(
                point ->
                    (Point2D)
                        new Point2D.Double(
                            PEN / 2 + (point.getX() - ink.getX()) * scale,
                            top + (point.getY() - ink.getY()) * scale))
            .toList();
    path.moveTo(at.getFirst().getX(), at.getFirst().getY());
    for (int i = 1; i < at.size() - 1; i++) {
      Point2D here = at.get(i);
      Point2D next = at.get(i + 1);
      path.quadTo(
          here.getX(),
          here.getY(),
          (here.getX() + next.getX()) / 2,
          (here.getY() + next.getY()) / 2);
    }
    path.lineTo(at.getLast().getX(), at.getLast().getY());
  }
}
