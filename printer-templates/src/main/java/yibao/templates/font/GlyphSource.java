package yibao.templates.font;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.util.Optional;
import java.util.function.Supplier;
import yibao.templates.text.Cluster;

/**
 * Outlines of clusters: the Chinese font first, then Tibetan, then the slices of rare Han
 * characters. Fonts are opened when first needed and shared; thread-safe.
 */
public final class GlyphSource {
  private final Supplier<OutlineFont> han =
      once(() -> OutlineFont.ofResource(FontResources.HAN, false));
  private final Supplier<RareHanFont> rareHan = once(RareHanFont::new);
  private final Supplier<TibetanFont> tibetan = once(TibetanFont::new);

  /** The glyph of a cluster, marks laid over their base; empty if a character is in no font. */
  public Optional<Glyph> glyph(Cluster cluster) {
    if (cluster.isTibetan()) {
      TibetanFont font = tibetan.get();
      return font.covers(cluster.text())
          ? Optional.of(font.shape(cluster.text()))
          : Optional.empty();
    }
    GeneralPath outline = new GeneralPath();
    double advance = 0;
    boolean fine = false;
    for (int codePoint : cluster.text().codePoints().toArray()) {
      Optional<Glyph> found = character(codePoint);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      Glyph glyph = found.get();
      boolean mark = advance > 0 && Character.getType(codePoint) == Character.NON_SPACING_MARK;
      glyph
          .outline()
          .transform(
              AffineTransform.getTranslateInstance(mark ? centred(advance, glyph) : advance, 0));
      outline.append(glyph.outline(), false);
      fine |= glyph.fine();
      advance += mark ? 0 : glyph.advance();
    }
    return Optional.of(new Glyph(outline, advance, fine));
  }

  private static double centred(double advance, Glyph mark) {
    return advance / 2 - mark.ink().getCenterX();
  }

  private Optional<Glyph> character(int codePoint) {
    return han.get().glyph(codePoint).or(() -> rareHan.get().glyph(codePoint));
  }

  private static <T> Supplier<T> once(Supplier<T> make) {
    return new Supplier<>() {
      private T made;

      @Override
      public synchronized T get() {
        if (made == null) {
          made = make.get();
        }
        return made;
      }
    };
  }
}
