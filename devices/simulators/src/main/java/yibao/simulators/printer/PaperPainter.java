package yibao.simulators.printer;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * Turns commands into dots on paper, as a printer with a Chinese character generator does. Reports
 * everything a real printer would print as garbage.
 */
final class PaperPainter implements EscPosReader.Sink {
  private static final Charset GBK = Charset.forName("GBK");
  private static final int CHINESE_CELL = 24;
  private static final int LATIN_CELL = 12;
  private static final int TAB = 8 * LATIN_CELL;

  /** From the print line to the knife: 15 mm. */
  private static final int HEAD_TO_KNIFE = 120;

  /** A cell of the line that is being collected. */
  private record Cell(boolean[][] dots, int width, int height, boolean inverted, int underline) {
    int dotWidth() {
      return dots[0].length * width;
    }

    int dotHeight() {
      return dots.length * height;
    }
  }

  private final int paperWidth;
  private final boolean symbols;
  private final Glyphs glyphs;
  private final Consumer<String> complaints;
  private final Runnable onCut;
  private final List<Cell> line = new ArrayList<>();
  private final SymbolPainter symbolPainter = new SymbolPainter();
  private Canvas canvas;
  private PrintMode mode;
  private int firstHalf;
  private Bits stored = Bits.none();

  PaperPainter(PrinterModel model, Glyphs glyphs, Consumer<String> complaints, Runnable onCut) {
    this.paperWidth = model.widthDots();
    this.symbols = model.symbols();
    this.glyphs = glyphs;
    this.complaints = complaints;
    this.onCut = onCut;
    this.canvas = new Canvas(paperWidth);
    this.mode = new PrintMode(paperWidth);
  }

  Canvas canvas() {
    return canvas;
  }

  /** Begins a new strip of paper. */
  void newStrip() {
    canvas = new Canvas(paperWidth);
  }

  /** What switching the printer off and on does: modes and the line being collected are gone. */
  void reset() {
    mode = new PrintMode(paperWidth);
    line.clear();
    firstHalf = 0;
    stored = Bits.none();
  }

  @Override
  public void text(int character) {
    if (firstHalf != 0) {
      chinese(firstHalf, character);
      firstHalf = 0;
    } else if (character < 0x80) {
      put(character, LATIN_CELL);
    } else if (mode.chinese) {
      firstHalf = character;
    } else {
      complaints.accept("high byte %02X outside Chinese mode".formatted(character));
    }
  }

  @Override
  public void control(int character) {
    brokenPair();
    switch (character) {
      case 0x0A -> printLine(mode.lineSpacing);
      case 0x09 -> tab();
      default -> {}
    }
  }

  @Override
  public void unknown(byte[] bytes) {
    complaints.accept("unknown command " + HexFormat.ofDelimiter(" ").formatHex(bytes));
  }

  @Override
  public void command(Command command) {
    brokenPair();
    try {
      obey(command);
    } catch (IndexOutOfBoundsException e) {
      complaints.accept("command with too few bytes " + command);
    }
  }

  private void obey(Command command) {
    switch (command.code()) {
      case 0x1B40 -> reset();
      case 0x1C26 -> mode.chinese = true;
      case 0x1C2E -> mode.chinese = false;
      case 0x1B61 -> align(command.at(0));
      case 0x1B45, 0x1B47 -> mode.bold = (command.at(0) & 1) == 1;
      case 0x1B2D, 0x1C2D -> mode.underline = command.at(0) % 48;
      case 0x1D21 -> size((command.at(0) >> 4 & 7) + 1, (command.at(0) & 7) + 1);
      case 0x1B21 -> printMode(command.at(0));
      case 0x1C21 -> chineseMode(command.at(0));
      case 0x1C57 -> size(1 + (command.at(0) & 1), 1 + (command.at(0) & 1));
      case 0x1C0E -> size(2, mode.height);
      case 0x1C14 -> size(1, mode.height);
      case 0x1B32 -> mode.lineSpacing = 30;
      case 0x1B33 -> mode.lineSpacing = command.at(0);
      case 0x1B64 -> printLine(Math.max(1, command.at(0)) * mode.lineSpacing);
      case 0x1B4A -> printLine(command.at(0));
      case 0x1D4C -> mode.leftMargin = command.wordAt(0);
      case 0x1D57 -> mode.areaWidth = command.wordAt(0);
      case 0x1D42 -> mode.inverted = (command.at(0) & 1) == 1;
      case 0x1D77 -> mode.barWidth = command.at(0);
      case 0x1D68 -> mode.barHeight = command.at(0);
      case 0x1D56 -> cut(command);
      case 0x1D76 -> raster(command);
      case 0x1D28 -> extended(command);
      case 0x1D6B -> barcode(command);
      case 0x1B74,
          0x1B4D,
          0x1B52,
          0x1B20,
          0x1C53,
          0x1B70,
          0x1D48,
          0x1D66,
          0x1D61,
          0x1D72,
          0x1D49 -> {}
      case 0x1004, 0x1005, 0x1014 -> {}
      default -> complaints.accept("command not drawn " + command);
    }
  }

  private void chinese(int first, int second) {
    if (second >= 0x30 && second <= 0x39) {
      complaints.accept("four-byte GB18030 does not print: %02X %02X".formatted(first, second));
    }
    String character = new String(new byte[] {(byte) first, (byte) second}, GBK);
    if (character.codePointAt(0) == 0xFFFD) {
      complaints.accept("no character %02X %02X".formatted(first, second));
    }
    put(character.codePointAt(0), CHINESE_CELL);
  }

  private void brokenPair() {
    if (firstHalf != 0) {
      complaints.accept("half a Chinese character: %02X".formatted(firstHalf));
      firstHalf = 0;
    }
  }

  private void put(int codePoint, int cellWidth) {
    boolean[][] dots = glyphs.dots(codePoint, cellWidth, mode.bold);
    Cell cell = new Cell(dots, mode.width, mode.height, mode.inverted, mode.underline);
    if (lineWidth() + cell.dotWidth() > areaWidth()) {
      printLine(mode.lineSpacing);
    }
    line.add(cell);
  }

  private void tab() {
    int stop = (lineWidth() / TAB + 1) * TAB;
    while (lineWidth() + LATIN_CELL <= Math.min(stop, areaWidth())) {
      line.add(new Cell(glyphs.dots(' ', LATIN_CELL, false), 1, 1, false, 0));
    }
  }

  private int areaWidth() {
    return Math.min(mode.areaWidth, paperWidth - mode.leftMargin);
  }

  private int lineWidth() {
    return line.stream().mapToInt(Cell::dotWidth).sum();
  }

  private int startOf(int width) {
    int free = Math.max(0, areaWidth() - width);
    return mode.leftMargin + (mode.align == 1 ? free / 2 : mode.align == 2 ? free : 0);
  }

  /** Prints the collected line; the paper moves by the spacing or the line's height, if greater. */
  private void printLine(int spacing) {
    int height = line.stream().mapToInt(Cell::dotHeight).max().orElse(0);
    int x = startOf(lineWidth());
    for (Cell cell : line) {
      draw(cell, x, height - cell.dotHeight());
      x += cell.dotWidth();
    }
    line.clear();
    canvas.feed(Math.max(spacing, height));
  }

  private void draw(Cell cell, int left, int top) {
    for (int y = 0; y < cell.dotHeight(); y++) {
      boolean underlined = cell.underline() > 0 && y >= cell.dotHeight() - cell.underline();
      for (int x = 0; x < cell.dotWidth(); x++) {
        boolean black = cell.dots()[y / cell.height()][x / cell.width()] || underlined;
        if (black != cell.inverted()) {
          canvas.dot(left + x, top + y);
        }
      }
    }
  }

  private void align(int value) {
    if (!line.isEmpty()) {
      complaints.accept("alignment inside a line is ignored");
      return;
    }
    mode.align = value % 48;
  }

  private void size(int width, int height) {
    mode.width = width;
    mode.height = height;
  }

  private void printMode(int bits) {
    mode.bold = (bits & 0x08) != 0;
    size((bits & 0x20) != 0 ? 2 : 1, (bits & 0x10) != 0 ? 2 : 1);
    mode.underline = bits >> 7;
  }

  private void chineseMode(int bits) {
    size((bits & 0x04) != 0 ? 2 : 1, (bits & 0x08) != 0 ? 2 : 1);
    mode.underline = bits >> 7;
  }

  private void cut(Command command) {
    flushLine();
    if (command.arguments().length == 2) {
      canvas.feed(HEAD_TO_KNIFE + command.at(1));
    }
    onCut.run();
  }

  private void flushLine() {
    if (!line.isEmpty()) {
      printLine(mode.lineSpacing);
    }
  }

  private void raster(Command command) {
    flushLine();
    int bytesPerRow = command.wordAt(2);
    int rows = command.wordAt(4);
    int scaleX = 1 + (command.at(1) & 1);
    int scaleY = 1 + (command.at(1) >> 1 & 1);
    draw(Bits.packed(command.arguments(), 6, bytesPerRow * 8, rows).scaled(scaleX, scaleY));
  }

  private void extended(Command command) {
    switch (command.at(0)) {
      case 'k' -> symbol(command);
      case 'L' -> graphics(command);
      case 'H' -> {}
      default -> complaints.accept("unknown function GS ( " + (char) command.at(0));
    }
  }

  private void symbol(Command command) {
    if (!symbols) {
      for (int i = 6; i < command.arguments().length; i++) {
        text(command.at(i));
      }
      return;
    }
    try {
      symbolPainter.take(command).ifPresent(this::draw);
    } catch (IllegalArgumentException e) {
      complaints.accept(e.getMessage());
    }
  }

  private void graphics(Command command) {
    int function = command.at(4);
    if (function == 0x70) {
      int width = command.wordAt(9);
      int rows = command.wordAt(11);
      stored =
          Bits.packed(command.arguments(), 13, width, rows).scaled(command.at(6), command.at(7));
    } else if (function == 0x32 || function == 2) {
      draw(stored);
      stored = Bits.none();
    } else {
      complaints.accept("unknown graphics function %02X".formatted(function));
    }
  }

  private void barcode(Command command) {
    flushLine();
    try {
      draw(Barcodes.draw(command, mode.barWidth, mode.barHeight));
    } catch (IllegalArgumentException e) {
      complaints.accept(e.getMessage());
    }
  }

  private void draw(Bits bits) {
    if (bits.width() > paperWidth) {
      complaints.accept("image of %d dots on paper of %d".formatted(bits.width(), paperWidth));
    }
    int left = startOf(bits.width());
    for (int y = 0; y < bits.height(); y++) {
      for (int x = 0; x < bits.width(); x++) {
        if (bits.black(x, y)) {
          canvas.dot(left + x, y);
        }
      }
    }
    canvas.feed(bits.height());
  }
}
