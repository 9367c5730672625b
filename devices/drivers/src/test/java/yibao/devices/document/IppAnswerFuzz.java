package yibao.devices.document;

import java.io.IOException;

/** Any body of an answer is IPP or a fault of input. */
public final class IppAnswerFuzz {
  private IppAnswerFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    try {
      IppExchange.packetIn(data);
    } catch (IOException e) {
      // What is no IPP is said to be none.
      return;
    }
  }
}
