package yibao.devices.usb;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who made a device and which one it is.
 *
 * @param vendor VID, 0–0xFFFF
 * @param product PID, 0–0xFFFF
 */
public record UsbId(int vendor, int product) {
  private static final int HEX = 16;
  private static final Pattern WRITTEN = Pattern.compile("([0-9a-fA-F]{4}):([0-9a-fA-F]{4})");

  /**
   * Reads it as it is usually written, such as {@code 0400:c35a}.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static UsbId of(String written) {
    Matcher parts = WRITTEN.matcher(written);
    if (!parts.matches()) {
      throw new IllegalArgumentException("a USB id is written like 0400:c35a");
    }
    return new UsbId(Integer.parseInt(parts.group(1), HEX), Integer.parseInt(parts.group(2), HEX));
  }

  @Override
  public String toString() {
    return "%04x:%04x".formatted(vendor, product);
  }
}
