package yibao.devices.sscard;

import java.nio.charset.Charset;

/** Any line of a vendor's driver is a card, a fault or nonsense. */
public final class VendorLineFuzz {
  private static final Charset GBK = Charset.forName("GBK");

  private VendorLineFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    String line = new String(data, GBK);
    VendorLine.parse(0, line);
    VendorLine.parse(data.length == 0 ? -1 : data[0], line);
  }
}
