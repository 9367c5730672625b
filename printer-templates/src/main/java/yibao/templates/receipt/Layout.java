package yibao.templates.receipt;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yibao.templates.receipt.Band.Piece;
import yibao.templates.receipt.Block.Align;
import yibao.templates.receipt.Block.Column;
import yibao.templates.receipt.Block.Run;
import yibao.templates.text.Cluster;
import yibao.templates.text.LineBreaking;

/** Lays one receipt out for one printer: blocks become bands of known height. Used once. */
final class Layout {
  private static final int COLUMN_GAP = 1;

  /** White around a QR symbol (GB/T 18284, ISO/IEC 18004). */
  private static final int QUIET_MODULES = 4;

  private final ReceiptPrinter printer;
  private final GlyphBitmaps glyphs;
  private final Set<String> missing = new LinkedHashSet<>();

  /** A cluster that has its width. */
  private record Measured(Cluster cluster, int cells, Style style, boolean raster) {
    int width() {
      return cells * style.wide();
    }
  }

  Layout(ReceiptPrinter printer, GlyphBitmaps glyphs) {
    this.printer = printer;
    this.glyphs = glyphs;
  }

  List<Band> of(List<Block> blocks) {
    List<Band> bands = new ArrayList<>();
    for (Block block : blocks) {
      switch (block) {
        case Block.Row row -> row(row, bands);
        case Block.Rule _ ->
            bands.add(new Band.Rule(printer.cells() / 2 * 2, Cells.HEIGHT + printer.leading()));
        case Block.Gap gap -> bands.add(new Band.Gap(gap.dots()));
        case Block.Qr qr -> {
          Band.Qr symbol = qr(qr);
          Band.Gap quiet = new Band.Gap(QUIET_MODULES * symbol.module());
          bands.addAll(List.of(quiet, symbol, quiet));
        }
        case Block.Cut _ -> bands.add(new Band.Cut());
      }
    }
    return bands;
  }

  /** The clusters shown as 〓 because no font has them. */
  Set<String> missing() {
    return missing;
  }

  private void row(Block.Row row, List<Band> bands) {
    int[] widths = widths(row);
    List<List<List<Measured>>> columns = new ArrayList<>();
    int lines = 0;
    for (int i = 0; i < widths.length; i++) {
      List<List<Measured>> wrapped = wrap(row.columns().get(i), widths[i]);
      columns.add(wrapped);
      lines = Math.max(lines, wrapped.size());
    }
    for (int line = 0; line < lines; line++) {
      List<Piece> pieces = new ArrayList<>();
      boolean raster = false;
      int left = 0;
      for (int i = 0; i < widths.length; i++) {
        if (line < columns.get(i).size()) {
          List<Measured> text = columns.get(i).get(line);
          raster |= text.stream().anyMatch(Measured::raster);
          place(text, left, widths[i], row.columns().get(i).align(), pieces);
        }
        left += widths[i] + COLUMN_GAP;
      }
      bands.add(new Band.Text(pieces, height(pieces), raster));
    }
  }

  private int[] widths(Block.Row row) {
    int count = row.columns().size();
    List<Integer> wanted = row.widths().cells().size() == count ? row.widths().cells() : List.of();
    int room =
        printer.cells()
            - COLUMN_GAP * (count - 1)
            - wanted.stream().mapToInt(Integer::intValue).sum();
    int sharing =
        wanted.isEmpty() ? count : (int) wanted.stream().filter(cells -> cells == 0).count();
    int[] widths = new int[count];
    for (int i = 0; i < count; i++) {
      boolean fixed = !wanted.isEmpty() && wanted.get(i) > 0;
      if (fixed) {
        widths[i] = wanted.get(i);
      } else {
        widths[i] = Math.max(2, room / sharing);
        room -= widths[i];
        sharing--;
      }
    }
    return widths;
  }

  private List<List<Measured>> wrap(Column column, int width) {
    List<List<Measured>> lines = new ArrayList<>();
    for (List<Run> line : column.lines()) {
      wrap(measure(line), width, lines);
    }
    return lines;
  }

  private void wrap(List<Measured> text, int width, List<List<Measured>> lines) {
    int start = 0;
    while (start < text.size()) {
      int end = start;
      int used = 0;
      while (end < text.size() && used + text.get(end).width() <= width) {
        used += text.get(end++).width();
      }
      if (end < text.size()) {
        end = lastBreak(text, start, end);
      }
      end = Math.max(end, start + 1);
      lines.add(trimmed(text.subList(start, end)));
      while (end < text.size() && isBlank(text.get(end))) {
        end++;
      }
      start = end;
    }
    if (text.isEmpty()) {
      lines.add(List.of());
    }
  }

  /**
   * The last place at or before {@code end} where the line may end; if there is none, a place
   * within a word longer than a line.
   */
  private static int lastBreak(List<Measured> text, int start, int end) {
    for (int i = end; i > start; i--) {
      if (LineBreaking.allowed(text.get(i - 1).cluster(), text.get(i).cluster())
          || isBlank(text.get(i))) {
        return i;
      }
    }
    for (int i = end; i > start; i--) {
      if (LineBreaking.tolerated(text.get(i - 1).cluster(), text.get(i).cluster())) {
        return i;
      }
    }
    return end;
  }

  private static boolean isBlank(Measured measured) {
    return measured.cluster().base() == ' ';
  }

  private static List<Measured> trimmed(List<Measured> line) {
    int end = line.size();
    while (end > 0 && isBlank(line.get(end - 1))) {
      end--;
    }
    return line.subList(0, end);
  }

  private static void place(
      List<Measured> text, int left, int width, Align align, List<Piece> pieces) {
    int used = text.stream().mapToInt(Measured::width).sum();
    int spare = Math.max(0, width - used);
    int cell =
        left
            + switch (align) {
              case LEFT -> 0;
              case CENTER -> spare / 2;
              case RIGHT -> spare;
            };
    for (Measured measured : text) {
      pieces.add(new Piece(measured.cluster(), cell, measured.cells(), measured.style()));
      cell += measured.width();
    }
  }

  private List<Measured> measure(List<Run> runs) {
    List<Measured> measured = new ArrayList<>();
    for (Run run : runs) {
      for (Cluster cluster : Cluster.split(run.text())) {
        measured.add(measure(cluster, run.style()));
      }
    }
    return measured;
  }

  private Measured measure(Cluster cluster, Style style) {
    Optional<byte[]> bytes = printer.repertoire().encode(cluster.text());
    if (bytes.isPresent()) {
      return new Measured(cluster, bytes.get().length, style, false);
    }
    Optional<Integer> cells = glyphs.cells(cluster);
    if (cells.isEmpty()) {
      missing.add(cluster.text());
      return new Measured(GlyphBitmaps.MISSING, 2, style, false);
    }
    return new Measured(cluster, cells.get(), style, true);
  }

  private int height(List<Piece> pieces) {
    int high = pieces.stream().mapToInt(piece -> piece.style().high()).max().orElse(1);
    boolean tibetan = pieces.stream().anyMatch(piece -> piece.cluster().isTibetan());
    int outside = tibetan ? (Cells.TIBETAN_ABOVE + Cells.TIBETAN_BELOW) * high : printer.leading();
    return Cells.HEIGHT * high + outside;
  }

  private Band.Qr qr(Block.Qr qr) {
    try {
      ByteMatrix modules =
          Encoder.encode(qr.text(), qr.level(), Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
              .getMatrix();
      int module = Math.min(qr.module(), printer.dots() / (modules.getWidth() + 2 * QUIET_MODULES));
      if (module < 2) {
        throw new IllegalArgumentException("the QR text does not fit on this paper");
      }
      int size = modules.getWidth() * module;
      Bitmap symbol = new Bitmap(size, size);
      for (int y = 0; y < modules.getHeight(); y++) {
        for (int x = 0; x < modules.getWidth(); x++) {
          if (modules.get(x, y) == 1) {
            symbol.blacken(x * module, y * module, module, module);
          }
        }
      }
      return new Band.Qr(qr.text(), module, qr.level(), symbol, (printer.dots() - size) / 2);
    } catch (WriterException e) {
      throw new IllegalArgumentException("the text is too long for a QR symbol", e);
    }
  }
}
