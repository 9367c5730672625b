package yibao.devices.scan;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What a code held before the scanner contains. Prints none of it: a voucher's digits open an
 * account.
 */
public final class ScannedCode {
  private static final Charset GB18030 = Charset.forName("GB18030");

  private final byte[] bytes;

  ScannedCode(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /** The content as text: UTF-8, or GB18030 where it is not. */
  public String text() {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, GB18030);
    }
  }

  @Override
  public String toString() {
    return "ScannedCode[" + bytes.length + " bytes]";
  }
}
