package yibao.templates;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads ESC/POS strictly by the manuals' tables: any byte that is no text and no known command
 * fails the test.
 */
final class EscPosReader {
  private static final Charset GBK = Charset.forName("GBK");

  private final ByteBuffer in;
  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private final List<String> commands = new ArrayList<>();
  private final List<BufferedImage> images = new ArrayList<>();
  private boolean chinese;

  private EscPosReader(byte[] bytes) {
    in = ByteBuffer.wrap(bytes);
  }

  static EscPosReader read(byte[] bytes) {
    EscPosReader reader = new EscPosReader(bytes);
    while (reader.in.hasRemaining()) {
      reader.next();
    }
    reader.flush();
    return reader;
  }

  /** All text as printed, lines ended by {@code \n}. */
  String text() {
    return text.toString();
  }

  List<String> commands() {
    return commands;
  }

  List<BufferedImage> images() {
    return images;
  }

  private void next() {
    int b = take();
    switch (b) {
      case 0x1B -> escape(take());
      case 0x1C -> {
        int f = take();
        require(f == 0x26, "FS " + f);
        chinese = true;
        commands.add("FS &");
      }
      case 0x1D -> group(take());
      case 0x0A -> {
        flush();
        text.append('\n');
      }
      default -> {
        require(b >= 0x20 && b != 0x7F, "control character " + b);
        pending.write(b);
        if (b >= 0x80) {
          require(chinese, "high byte outside Chinese mode");
          int second = take();
          require(
              b >= 0x81 && b <= 0xFE && second >= 0x40 && second != 0x7F && second != 0xFF,
              "not GBK");
          pending.write(second);
        }
      }
    }
  }

  private void escape(int function) {
    switch (function) {
      case 0x40 -> commands.add("ESC @");
      case 0x61 -> {
        require(pending.size() == 0, "alignment in mid-line");
        commands.add("ESC a " + take(0, 2));
      }
      case 0x45 -> commands.add("ESC E " + take(0, 1));
      case 0x33 -> commands.add("ESC 3 " + take(24, 255));
      case 0x4A -> commands.add("ESC J " + take(0, 255));
      default -> throw new AssertionError("unknown ESC " + function);
    }
  }

  private void group(int function) {
    switch (function) {
      case 0x21 -> commands.add("GS ! " + take(0, 0x77));
      case 0x42 -> commands.add("GS B " + take(0, 1));
      case 0x56 -> {
        require(take() == 0x42 && take() == 0x00, "cut");
        commands.add("GS V 66 0");
      }
      case 0x76 -> raster();
      case 0x28 -> symbol();
      default -> throw new AssertionError("unknown GS " + function);
    }
  }

  private void raster() {
    require(take() == 0x30 && take() == 0x00, "GS v");
    require(pending.size() == 0, "image in mid-line");
    int wide = take() + 256 * take();
    int high = take() + 256 * take();
    require(high >= 1 && high <= 256, "strip of " + high + " rows");
    BufferedImage image = new BufferedImage(wide * 8, high, BufferedImage.TYPE_BYTE_GRAY);
    int previous = -1;
    for (int i = 0; i < wide * high; i++) {
      int b = take();
      require(
          !(previous == 0x10 && (b == 0x04 || b == 0x05 || b == 0x14)),
          "real-time command in image");
      for (int bit = 0; bit < 8; bit++) {
        image.setRGB(i % wide * 8 + bit, i / wide, (b & 0x80 >> bit) != 0 ? 0 : 0xFFFFFF);
      }
      previous = b;
    }
    images.add(image);
    commands.add("GS v 0");
  }

  private void symbol() {
    require(take() == 0x6B, "GS (");
    int length = take() + 256 * take();
    byte[] parameters = new byte[length];
    in.get(parameters);
    require(parameters[0] == 0x31, "symbol kind");
    String data = new String(parameters, 2, length - 2, Charset.forName("US-ASCII"));
    commands.add("GS ( k " + parameters[1] + " " + data);
  }

  private void flush() {
    try {
      text.append(GBK.newDecoder().decode(ByteBuffer.wrap(pending.toByteArray())));
    } catch (CharacterCodingException e) {
      throw new AssertionError("not GBK", e);
    }
    pending.reset();
  }

  private int take() {
    return in.get() & 0xFF;
  }

  private int take(int least, int most) {
    int value = take();
    require(value >= least && value <= most, "parameter " + value);
    return value;
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }
}
