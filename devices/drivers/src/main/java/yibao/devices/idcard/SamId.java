package yibao.devices.idcard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The number of the security module (SAM) in a reader.
 *
 * @param text as printed on the reader, such as {@code 05.01-20260101-0000000042-0000000007}
 */
public record SamId(String text) {
  static SamId of(byte[] data) {
    ByteBuffer fields = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    return new SamId(
        "%02d.%02d-%08d-%010d-%010d"
            .formatted(
                fields.getShort() & 0xFFFF,
                fields.getShort() & 0xFFFF,
                fields.getInt() & 0xFFFFFFFFL,
                fields.getInt() & 0xFFFFFFFFL,
                fields.getInt() & 0xFFFFFFFFL));
  }
}
