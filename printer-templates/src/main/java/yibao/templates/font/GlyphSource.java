package yibao.templates.font;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import yibao.templates.text.Cluster;

/**
 * The fonts of this library: everyday characters first, then Tibetan, then the slices of further
 * and of rare Han characters, then a region's own. Fonts are opened when first needed and shared;
 * thread-safe.
 */
public final class GlyphSource {
  private final Supplier<Typeface> regular =
      once(() -> Typeface.ofResource(FontResources.HAN, false));
  private final Supplier<Typeface> bold =
      once(() -> Typeface.ofResource(FontResources.HAN_BOLD, false));
  private final Supplier<SlicedFont> furtherHan =
      once(() -> new SlicedFont(FontResources.FURTHER_HAN_INDEX, false));
  private final Supplier<SlicedFont> furtherHanBold =
      once(() -> new SlicedFont(FontResources.FURTHER_HAN_BOLD_INDEX, false));
  private final Supplier<SlicedFont> rareHan =
      once(() -> new SlicedFont(FontResources.RARE_HAN_INDEX, true));
  private final Supplier<TibetanFont> tibetan = once(TibetanFont::new);

  private final OwnFonts own;

  /** Our fonts only. */
  public GlyphSource() {
    this(List.of());
  }

  /**
   * Our fonts, and then those of the folders.
   *
   * @param folders whose {@code *.ttf} files are asked for characters that ours lack
   */
  public GlyphSource(List<Path> folders) {
    this.own = new OwnFonts(folders);
  }

  /** The Chinese font, as far as everyday characters go: GB/T 2312 and all that is not Han. */
  public Typeface regular() {
    return regular.get();
  }

  /** The Chinese font, bold. */
  public Typeface bold() {
    return bold.get();
  }

  /**
   * The font that draws a character by itself, empty if none does; Tibetan is drawn by shaping
   * only.
   */
  public Optional<Typeface> typeface(int codePoint) {
    if (regular().covers(codePoint)) {
      return Optional.of(regular());
    }
    return slice(furtherHan, codePoint)
        .or(() -> slice(rareHan, codePoint))
        .or(() -> own.typeface(codePoint));
  }

  /**
   * The bold font with this character, where {@link #typeface} finds it in a slice of the Chinese
   * font; empty where there is no bold one.
   */
  public Optional<Typeface> boldSlice(int codePoint) {
    return slice(furtherHanBold, codePoint);
  }

  private static Optional<Typeface> slice(Supplier<SlicedFont> font, int codePoint) {
    return font.get().typeface(codePoint).filter(typeface -> typeface.covers(codePoint));
  }

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
      Optional<Glyph> found = typeface(codePoint).flatMap(typeface -> typeface.glyph(codePoint));
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
