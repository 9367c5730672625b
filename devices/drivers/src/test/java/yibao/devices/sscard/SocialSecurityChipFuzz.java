package yibao.devices.sscard;

import java.util.Arrays;
import yibao.devices.smartcard.ApduChannel;
import yibao.devices.smartcard.CardLostException;

/** A chip that answers anything is read within a bounded number of commands. */
public final class SocialSecurityChipFuzz {
  private static final int MOST_COMMANDS = 400;

  private SocialSecurityChipFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    try {
      new SocialSecurityChip(new Answering(data)).read();
    } catch (CardLostException e) {
      // Its answers were used up, or too short to be any.
      return;
    }
  }

  /** Answers with pieces of the input, each behind its length. */
  private static final class Answering implements ApduChannel {
    private final byte[] data;
    private int at;
    private int commands;

    private Answering(byte[] data) {
      this.data = data;
    }

    @Override
    public byte[] transmit(byte[] command) throws CardLostException {
      if (++commands > MOST_COMMANDS) {
        throw new AssertionError("commands without end");
      }
      if (at >= data.length) {
        throw new CardLostException("pulled");
      }
      int length = Math.min(data[at++] & 0xFF, data.length - at);
      at += length;
      return Arrays.copyOfRange(data, at - length, at);
    }
  }
}
