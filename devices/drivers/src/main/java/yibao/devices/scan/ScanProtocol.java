package yibao.devices.scan;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/** How a scan engine is spoken to. */
public enum ScanProtocol {
  /** Newland's unified commands (HR52 and later). */
  NEWLAND(newland("SCNTRG1"), newland("SCNTRG0"), Optional.of(newland("SCNMOD*"))),
  /** Honeywell: SYN T CR and SYN U CR. */
  HONEYWELL(hex("16540D"), hex("16550D"), Optional.empty()),
  /** Zebra's Simple Serial Interface, packets with acknowledgement. */
  SSI(hex("04E40400FF14"), hex("04E50400FF13"), Optional.of(hex("04E90400FF0F"))),
  /** Modules of the GM65 kind. */
  GM65(
      hex("7E000801000201ABCD"), hex("7E000801000200ABCD"), Optional.of(hex("7E000701000201ABCD"))),
  /** An engine that looks by itself and ends each code with CR or LF. */
  PLAIN(new byte[0], new byte[0], Optional.empty());

  private final byte[] start;
  private final byte[] stop;
  private final Optional<byte[]> question;

  ScanProtocol(byte[] start, byte[] stop, Optional<byte[]> question) {
    this.start = start;
    this.stop = stop;
    this.question = question;
  }

  /** Switches the light on until a code was read. */
  byte[] start() {
    return start.clone();
  }

  /** Switches the light off. */
  byte[] stop() {
    return stop.clone();
  }

  /** Whether an engine can be asked if it is there. */
  public boolean answers() {
    return question.isPresent();
  }

  /** Something the engine answers without lighting up. */
  Optional<byte[]> question() {
    return question.map(byte[]::clone);
  }

  /** What wakes an engine that sleeps, before the command itself. */
  Optional<byte[]> wake() {
    return this == SSI ? Optional.of(new byte[1]) : Optional.empty();
  }

  /** How long after a command the next one may be sent. */
  Duration apart() {
    return this == NEWLAND ? Duration.ofMillis(50) : Duration.ZERO;
  }

  /** Whether the engine answers to being switched on. */
  boolean acknowledges() {
    return this == NEWLAND || this == SSI || this == GM65;
  }

  private static byte[] newland(String command) {
    byte[] name = command.getBytes(StandardCharsets.US_ASCII);
    byte[] frame = new byte[7 + name.length + 2];
    System.arraycopy(hex("7E013030303023"), 0, frame, 0, 7);
    System.arraycopy(name, 0, frame, 7, name.length);
    frame[frame.length - 2] = 0x3B;
    frame[frame.length - 1] = 0x03;
    return frame;
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
