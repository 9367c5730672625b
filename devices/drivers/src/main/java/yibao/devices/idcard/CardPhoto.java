package yibao.devices.idcard;

import java.util.Arrays;

/** The holder's photo as the chip keeps it: compressed (WLT), of which only vendors know how. */
public final class CardPhoto {
  private final byte[] compressed;

  CardPhoto(byte[] compressed) {
    this.compressed = compressed.clone();
  }

  /** A copy of the compressed bytes, usually 1024. */
  public byte[] compressed() {
    return compressed.clone();
  }

  /** Overwrites the photo. */
  public void wipe() {
    Arrays.fill(compressed, (byte) 0);
  }

  @Override
  public String toString() {
    return "CardPhoto[" + compressed.length + " bytes]";
  }
}
