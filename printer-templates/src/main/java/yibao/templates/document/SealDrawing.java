package yibao.templates.document;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.util.List;
import yibao.templates.font.Glyph;
import yibao.templates.font.GlyphSource;
import yibao.templates.text.Cluster;

/**
 * A round seal: the office's name along the rim, a five-pointed star, the seal's name below it
 * (国务院关于国家行政机关和企业事业单位社会团体印章管理的规定: round, star in the middle, name from left to right around it).
 *
 * @param office the name along the rim
 * @param name what stands below the star, e.g. 业务专用章; may be empty
 */
record SealDrawing(String office, String name, GlyphSource glyphs) implements PageObjects.Drawing {
  private static final Color RED = new Color(0xD0, 0x10, 0x10);
  private static final double WIDEST_ARC = Math.toRadians(270);

  @Override
  public void draw(Graphics2D pen, double width, double height) {
    double radius = Math.min(width, height) / 2;
    pen.translate(width / 2, height / 2);
    pen.setColor(RED);
    double rim = radius * 0.05;
    pen.setStroke(new BasicStroke((float) rim));
    double ring = radius - rim / 2 - 0.5;
    pen.draw(new Ellipse2D.Double(-ring, -ring, 2 * ring, 2 * ring));
    pen.fill(star(radius * 0.30));
    drawAlongRim(pen, radius);
    drawBelow(pen, radius);
  }

  private void drawAlongRim(Graphics2D pen, double radius) {
    List<Cluster> letters = Cluster.split(office);
    double size = Math.min(radius * 0.27, radius * 0.75 * WIDEST_ARC / letters.size());
    double baseline = radius * 0.89 - size * 0.88;
    double step = Math.min(WIDEST_ARC / letters.size(), Math.toRadians(30));
    double angle = -step * (letters.size() - 1) / 2;
    for (Cluster letter : letters) {
      AffineTransform place = AffineTransform.getRotateInstance(angle);
      place.translate(-size * 0.42, -baseline);
      place.scale(size * 0.84, size * 1.1);
      fill(pen, letter, place);
      angle += step;
    }
  }

  private void drawBelow(Graphics2D pen, double radius) {
    List<Cluster> letters = Cluster.split(name);
    if (letters.isEmpty()) {
      return;
    }
    double size = Math.min(radius * 0.23, radius * 1.2 / letters.size());
    double left = -size * letters.size() / 2;
    for (Cluster letter : letters) {
      AffineTransform place = AffineTransform.getTranslateInstance(left, radius * 0.62);
      place.scale(size, size);
      fill(pen, letter, place);
      left += size;
    }
  }

  private void fill(Graphics2D pen, Cluster letter, AffineTransform place) {
    GeneralPath outline = glyphs.glyph(letter).map(Glyph::outline).orElseGet(GeneralPath::new);
    outline.transform(place);
    pen.fill(outline);
  }

  private static Path2D star(double radius) {
    Path2D.Double star = new Path2D.Double();
    double inner = radius * Math.sin(Math.toRadians(18)) / Math.sin(Math.toRadians(54));
    for (int i = 0; i < 10; i++) {
      double angle = Math.toRadians(36.0 * i - 90);
      double r = i % 2 == 0 ? radius : inner;
      if (i == 0) {
        star.moveTo(r * Math.cos(angle), r * Math.sin(angle));
      } else {
        star.lineTo(r * Math.cos(angle), r * Math.sin(angle));
      }
    }
    star.closePath();
    return star;
  }
}
