package yibao.templates.document;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;

/** A QR symbol with its quiet zone, error correction M. */
record QrDrawing(String text) implements PageObjects.Drawing {
  private static final int QUIET = 4;

  @Override
  public void draw(Graphics2D pen, double width, double height) {
    ByteMatrix modules = modules();
    double module = Math.min(width, height) / (modules.getWidth() + 2 * QUIET);
    // One path, because a printer leaves hairlines between squares painted one by one.
    Path2D.Double dark = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (int y = 0; y < modules.getHeight(); y++) {
      int x = 0;
      while (x < modules.getWidth()) {
        int end = x;
        while (end < modules.getWidth() && modules.get(end, y) == 1) {
          end++;
        }
        if (end > x) {
          dark.append(
              new Rectangle2D.Double(
                  (x + QUIET) * module, (y + QUIET) * module, (end - x) * module, module),
              false);
        }
        x = end + 1;
      }
    }
    pen.setColor(Color.BLACK);
    pen.fill(dark);
  }

  private ByteMatrix modules() {
    try {
      return Encoder.encode(
              text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
          .getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException("the text is too long for a QR symbol", e);
    }
  }
}
