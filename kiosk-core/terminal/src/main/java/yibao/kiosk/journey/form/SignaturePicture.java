package yibao.kiosk.journey.form;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import yibao.kiosk.journey.visit.Handwriting;

/** A handwritten signature as a picture, black on white. */
public final class SignaturePicture {

  private static final float PEN = 5;

  private SignaturePicture() {}

  /** PNG of the size of the box it was written in. */
  public static byte[] png(Handwriting signature) {
    BufferedImage picture =
        new BufferedImage(signature.width(), signature.height(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, signature.width(), signature.height());
    pen.setColor(Color.BLACK);
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setStroke(new BasicStroke(PEN, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    signature.strokes().stream()
        .filter(s -> !s.isEmpty())
        .map(SignaturePicture::line)
        .forEach(pen::draw);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes every picture", e);
    }
    return out.toByteArray();
  }

  private static Path2D line(List<Handwriting.Point> stroke) {
    Path2D line = new Path2D.Double();
    line.moveTo(stroke.getFirst().x(), stroke.getFirst().y());
    stroke.forEach(point -> line.lineTo(point.x(), point.y()));
    return line;
  }
}
