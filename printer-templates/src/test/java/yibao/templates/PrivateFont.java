package yibao.templates;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A font as a hall may own it: one glyph, at a code point no other font has. */
final class PrivateFont {
  private static final int DIRECTORY = 12;
  private static final int ENTRY = 16;
  private static final int UCS4 = 10;
  private static final int SEGMENTED = 12;
  private static final int GLYPH = 5;

  private PrivateFont() {}

  /** One of our slices whose character map says nothing but this code point. */
  static byte[] withOneGlyph(int codePoint) throws IOException {
    ByteBuffer font = ByteBuffer.wrap(slice());
    int map = table(font, "cmap");
    // OpenType, cmap: version 0, one table; format 12 with one group.
    font.position(map);
    font.putShort((short) 0).putShort((short) 1);
    font.putShort((short) 3).putShort((short) UCS4).putInt(12);
    font.putShort((short) SEGMENTED).putShort((short) 0).putInt(28).putInt(0).putInt(1);
    font.putInt(codePoint).putInt(codePoint).putInt(GLYPH);
    return font.array();
  }

  private static int table(ByteBuffer font, String tag) {
    int tables = font.getShort(4);
    for (int i = 0; i < tables; i++) {
      byte[] name = new byte[4];
      font.get(DIRECTORY + i * ENTRY, name);
      if (new String(name, StandardCharsets.US_ASCII).equals(tag)) {
        return font.getInt(DIRECTORY + i * ENTRY + 8);
      }
    }
    throw new IllegalStateException("no table " + tag);
  }

  private static byte[] slice() throws IOException {
    String fonts = "/yibao/templates/fonts/";
    try (InputStream index = PrivateFont.class.getResourceAsStream(fonts + "HanaMinB.index")) {
      List<String> lines =
          new String(index.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      String file = lines.getFirst().split(" ")[0];
      try (InputStream font = PrivateFont.class.getResourceAsStream(fonts + file)) {
        return font.readAllBytes();
      }
    }
  }
}
