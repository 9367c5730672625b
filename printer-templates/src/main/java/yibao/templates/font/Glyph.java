package yibao.templates.font;

import java.awt.geom.GeneralPath;
import java.awt.geom.Rectangle2D;

/**
 * The outline of one cluster for an em of one unit, y growing downwards from the baseline.
 *
 * @param outline a fresh path, the caller's to change
 * @param advance how far the pen moves, in ems
 * @param fine whether its strokes are thinner than the Chinese font's, so that small sizes must
 *     thicken them
 */
public record Glyph(GeneralPath outline, double advance, boolean fine) {

  /** The box the ink fills, in ems. */
  public Rectangle2D ink() {
    return outline.getBounds2D();
  }
}
