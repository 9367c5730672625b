package yibao.templates.font;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessRead;

/**
 * One TrueType file read into memory. Parsed without AWT's font machinery, which wants fonts on the
 * machine.
 */
public final class Typeface {
  private final String family;
  private final TrueTypeFont font;
  private final CmapLookup characters;
  private final boolean fine;

  private Typeface(String family, TrueTypeFont font, boolean fine) throws IOException {
    this.family = family;
    this.font = font;
    this.fine = fine;
    this.characters = font.getUnicodeCmapLookup();
  }

  /**
   * Reads a font that the build put into this library.
   *
   * @param fine whether its strokes are thinner than the Chinese font's
   */
  static Typeface ofResource(String name, boolean fine) {
    try (RandomAccessRead file = FontResources.read(name)) {
      return parse(name, file, fine);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the font " + name, e);
    }
  }

  /** Reads a font of the hall's own, TrueType outlines only. */
  static Typeface ofFile(Path file) throws IOException {
    try (RandomAccessRead content = new OneReading(Files.newInputStream(file), Files.size(file))) {
      return parse(file.getFileName().toString(), content, true);
    }
  }

  private static Typeface parse(String name, RandomAccessRead file, boolean fine)
      throws IOException {
    return new Typeface(name.replaceAll("\\.ttf$", ""), new TTFParser(true).parse(file), fine);
  }

  /** Its name, unique in this library. */
  public String family() {
    return family;
  }

  /** The font itself, for embedding; it is shared and must not be closed. */
  public TrueTypeFont trueType() {
    return font;
  }

  boolean covers(int codePoint) {
    return characters.getGlyphId(codePoint) != 0;
  }

  /**
   * The glyph of a character, empty if this font has none. The reader behind it keeps a position,
   * hence the lock.
   */
  synchronized Optional<Glyph> glyph(int codePoint) {
    int id = characters.getGlyphId(codePoint);
    if (id == 0) {
      return Optional.empty();
    }
    try {
      double em = font.getUnitsPerEm();
      GlyphData data = font.getGlyph().getGlyph(id);
      GeneralPath path = data == null ? new GeneralPath() : data.getPath();
      path.transform(AffineTransform.getScaleInstance(1 / em, -1 / em));
      return Optional.of(new Glyph(path, font.getAdvanceWidth(id) / em, fine));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a glyph of " + family, e);
    }
  }
}
