package yibao.templates.receipt;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * The characters a printer has in its own font. In Chinese mode it takes them as ASCII and pairs of
 * GBK bytes.
 */
public enum Repertoire {
  /** GB 2312 levels 1 and 2 only: old models. */
  GB2312 {
    @Override
    boolean has(int row, int cell) {
      return row <= 0xF7 && row >= 0xA1 && cell >= 0xA1 && (row <= 0xA9 || row >= 0xB0);
    }
  },
  /** GBK, the two-byte part of GB 18030: nearly all. */
  GBK {
    @Override
    boolean has(int row, int cell) {
      return row >= 0x81 && cell >= 0x40;
    }
  };

  private static final Charset CHARSET = Charset.forName("GBK");

  abstract boolean has(int row, int cell);

  /** The bytes of one cluster; empty if the printer's font lacks it. */
  Optional<byte[]> encode(String cluster) {
    if (cluster.length() != 1) {
      return Optional.empty();
    }
    char character = cluster.charAt(0);
    if (character >= 0x20 && character < 0x7F) {
      return Optional.of(new byte[] {(byte) character});
    }
    try {
      ByteBuffer bytes = CHARSET.newEncoder().encode(CharBuffer.wrap(cluster));
      boolean pair = bytes.remaining() == 2 && has(bytes.get(0) & 0xFF, bytes.get(1) & 0xFF);
      return pair ? Optional.of(new byte[] {bytes.get(0), bytes.get(1)}) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
