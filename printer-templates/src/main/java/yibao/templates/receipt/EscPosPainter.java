package yibao.templates.receipt;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import yibao.templates.receipt.Band.Piece;
import yibao.templates.receipt.ReceiptPrinter.QrDrawing;

/**
 * Paints bands as ESC/POS bytes: text in Chinese mode, lines with characters the printer lacks as
 * images.
 */
final class EscPosPainter {
  /** Printers limit the rows of one image; all take 256. */
  private static final int STRIP = 256;

  /** The most that one command feeds, in the printer's units. */
  private static final int FEED_MOST = 255;

  private static final byte[] RULE = {(byte) 0xA9, (byte) 0xA4};

  private final ReceiptPrinter printer;
  private final Raster raster;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(2_048);
  private Style style = Style.PLAIN;

  EscPosPainter(ReceiptPrinter printer, Raster raster) {
    this.printer = printer;
    this.raster = raster;
  }

  byte[] paint(List<Band> bands) {
    send(0x1B, 0x40);
    send(0x1C, 0x26);
    send(0x1B, 0x33, printer.feedUnits(Cells.HEIGHT + printer.leading()));
    for (Band band : bands) {
      switch (band) {
        case Band.Text text when text.raster() -> image(raster.draw(text));
        case Band.Text text -> line(text);
        case Band.Rule rule -> rule(rule);
        case Band.Gap gap -> feed(gap.height());
        case Band.Qr qr when printer.qr() == QrDrawing.PRINTER && isAscii(qr.text()) ->
            centred(() -> symbol(qr));
        case Band.Qr qr -> centred(() -> image(qr.symbol()));
        case Band.Cut _ -> send(0x1D, 0x56, 0x42, 0x00);
      }
    }
    return out.toByteArray();
  }

  private void line(Band.Text text) {
    int cell = 0;
    for (Piece piece : text.pieces()) {
      if (piece.cell() > cell) {
        change(Style.PLAIN);
        out.writeBytes(" ".repeat(piece.cell() - cell).getBytes(StandardCharsets.US_ASCII));
      }
      change(piece.style());
      out.writeBytes(printer.repertoire().encode(piece.cluster().text()).orElseThrow());
      cell = piece.cell() + piece.cells() * piece.style().wide();
    }
    change(Style.PLAIN);
    send(0x0A);
    int high = text.pieces().stream().mapToInt(piece -> piece.style().high()).max().orElse(1);
    if (high > 1) {
      // A high line already fills the printer's line spacing; this is its leading.
      feed(printer.leading());
    }
  }

  private void feed(int dots) {
    for (int units = printer.feedUnits(dots); units > 0; units -= FEED_MOST) {
      send(0x1B, 0x4A, Math.min(units, FEED_MOST));
    }
  }

  private void change(Style next) {
    if (next.wide() != style.wide() || next.high() != style.high()) {
      send(0x1D, 0x21, next.wide() - 1 << 4 | next.high() - 1);
    }
    if (next.bold() != style.bold()) {
      send(0x1B, 0x45, next.bold() ? 1 : 0);
    }
    if (next.inverted() != style.inverted()) {
      send(0x1D, 0x42, next.inverted() ? 1 : 0);
    }
    style = next;
  }

  private void rule(Band.Rule rule) {
    for (int cell = 0; cell < rule.cells(); cell += 2) {
      out.writeBytes(RULE);
    }
    send(0x0A);
  }

  /** White above and below is fed, not painted. */
  private void image(Bitmap drawn) {
    int above = drawn.whiteAbove();
    int below = above == drawn.height() ? 0 : drawn.whiteBelow();
    feed(above);
    rows(drawn.rowsBetween(above, drawn.height() - below).forPrinter());
    feed(below);
  }

  private void rows(Bitmap image) {
    for (int row = 0; row < image.height(); row += STRIP) {
      int rows = Math.min(STRIP, image.height() - row);
      send(
          0x1D,
          0x76,
          0x30,
          0x00,
          image.stride() & 0xFF,
          image.stride() >> 8,
          rows & 0xFF,
          rows >> 8);
      out.writeBytes(image.rows(row, rows));
    }
  }

  private void symbol(Band.Qr qr) {
    byte[] text = qr.text().getBytes(StandardCharsets.US_ASCII);
    int length = text.length + 3;
    send(0x1D, 0x28, 0x6B, 0x04, 0x00, 0x31, 0x41, 0x32, 0x00);
    send(0x1D, 0x28, 0x6B, 0x03, 0x00, 0x31, 0x43, qr.module());
    send(0x1D, 0x28, 0x6B, 0x03, 0x00, 0x31, 0x45, level(qr.level()));
    send(0x1D, 0x28, 0x6B, length & 0xFF, length >> 8, 0x31, 0x50, 0x30);
    out.writeBytes(text);
    send(0x1D, 0x28, 0x6B, 0x03, 0x00, 0x31, 0x51, 0x30);
  }

  /** The printer sets what is painted in the middle, so that the white beside it is not sent. */
  private void centred(Runnable painting) {
    send(0x1B, 0x61, 0x01);
    painting.run();
    send(0x1B, 0x61, 0x00);
  }

  private static int level(ErrorCorrectionLevel level) {
    return switch (level) {
      case L -> 0x30;
      case M -> 0x31;
      case Q -> 0x32;
      case H -> 0x33;
    };
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c >= 0x20 && c < 0x7F);
  }

  private void send(int... bytes) {
    for (int b : bytes) {
      out.write(b);
    }
  }
}
