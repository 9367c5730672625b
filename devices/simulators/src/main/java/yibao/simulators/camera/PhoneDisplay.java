package yibao.simulators.camera;

import com.google.zxing.qrcode.encoder.ByteMatrix;
import java.util.Optional;
import java.util.Random;

/**
 * A phone showing a voucher page: a dark body, a light page with lines of text, a card with the QR
 * code and, often, a one-dimensional barcode above it. Coordinates are modules from the code's
 * centre; brightness is 0 to 1.
 */
final class PhoneDisplay {
  private static final double BODY = 0.07;

  private final Optional<ByteMatrix> code;
  private final double half;
  private final double quiet;
  private final double cardHalf;
  private final double screenHalfWidth;
  private final double screenTop;
  private final double screenBottom;
  private final double page;
  private final boolean barcode;
  private final boolean inverted;
  private final boolean[] bars = new boolean[96];
  private final boolean[] glyphs = new boolean[64 * 16];

  PhoneDisplay(Optional<ByteMatrix> code, boolean inverted, Random random) {
    this.code = code;
    this.inverted = inverted;
    this.half = code.map(ByteMatrix::getWidth).orElse(29) / 2.0;
    this.quiet = 2.5 + random.nextDouble() * 2.5;
    this.cardHalf = half + quiet + random.nextDouble() * 2;
    this.screenHalfWidth = cardHalf + 1 + random.nextDouble() * 6;
    this.screenTop = -cardHalf * (1.5 + random.nextDouble() * 0.5);
    this.screenBottom = cardHalf * (1.6 + random.nextDouble() * 0.6);
    this.page = 0.35 + random.nextDouble() * 0.5;
    this.barcode = random.nextInt(3) > 0;
    for (int i = 0; i < bars.length; i++) {
      bars[i] = random.nextBoolean();
    }
    for (int i = 0; i < glyphs.length; i++) {
      glyphs[i] = random.nextInt(5) < 2;
    }
  }

  /** Half the code's side, in modules. */
  double half() {
    return half;
  }

  boolean covers(double u, double v) {
    double bezel = 2;
    return Math.abs(u) <= screenHalfWidth + bezel
        && v >= screenTop - 2 * bezel
        && v <= screenBottom + 2 * bezel;
  }

  double brightness(double u, double v) {
    if (Math.abs(u) > screenHalfWidth || v < screenTop || v > screenBottom) {
      return BODY;
    }
    if (Math.abs(u) <= cardHalf && Math.abs(v) <= cardHalf) {
      return inverted ? 1 - card(u, v) : card(u, v);
    }
    double above = -cardHalf - v;
    if (barcode && above > 1.5 && above < 6 && Math.abs(u) < cardHalf - 1) {
      int bar = (int) ((u + cardHalf) / (2 * cardHalf) * bars.length);
      return bars[Math.clamp(bar, 0, bars.length - 1)] ? 0.08 : 0.97;
    }
    return text(u, v) ? page * 0.3 : page;
  }

  private double card(double u, double v) {
    if (code.isEmpty()) {
      return text(u, v) ? 0.1 : 0.97;
    }
    int column = (int) Math.floor(u + half);
    int row = (int) Math.floor(v + half);
    ByteMatrix modules = code.get();
    boolean dark =
        column >= 0
            && row >= 0
            && column < modules.getWidth()
            && row < modules.getHeight()
            && modules.get(column, row) == 1;
    return dark ? 0.06 : 0.97;
  }

  /** Strokes the size of half a module in lines of text. */
  private boolean text(double u, double v) {
    int line = (int) Math.floor(v / 4);
    double within = v - line * 4;
    if (within < 1 || within > 3 || Math.abs(u) > cardHalf - 1) {
      return false;
    }
    int column = (int) Math.floor(u * 1.6) & 63;
    int row = ((int) Math.floor((within - 1) * 2) + line * 4) & 15;
    return glyphs[row * 64 + column];
  }
}
