package yibao.simulators.scan;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import yibao.simulators.wire.Wire;
import yibao.simulators.wire.WireDevice;

/**
 * A scan engine. It reads what is held before it while it is lit, once, and then goes dark; the
 * plain kind reads whatever is held before it. Control calls may come from any thread.
 */
public final class ScanEngineSimulator implements WireDevice {
  /** Whose commands it knows. */
  public enum Maker {
    NEWLAND,
    HONEYWELL,
    SSI,
    GM65,
    PLAIN
  }

  private static final String NEWLAND_PREFIX = "7E0130303030";
  private static final String NEWLAND_REPLY = "0201303030302353434E";
  private static final byte[] SSI_ACK = HexFormat.of().parseHex("04D00400FF28");
  private static final int SSI_TYPE_QR = 0xF1;
  private static final int MOST_PENDING = 64;

  /** A command whose next byte does not come within this time is forgotten. */
  private static final long BETWEEN_BYTES_NANOS = 200_000_000;

  private final Maker maker;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private Optional<byte[]> held = Optional.empty();
  private Optional<Wire> wire = Optional.empty();
  private boolean lit;
  private boolean mute;
  private boolean asleep;
  private byte[] suffix = {'\r'};
  private long heardAt = System.nanoTime();

  /**
   * @param maker whose commands it knows
   */
  public ScanEngineSimulator(Maker maker) {
    this.maker = maker;
    this.lit = maker == Maker.PLAIN;
  }

  /** Holds a code before the window. */
  public void hold(String text) {
    synchronized (this) {
      held = Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }
    look();
  }

  /** What follows each code; nothing at all where the suffix is switched off. Packets have none. */
  public synchronized void suffix(String text) {
    suffix = text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Takes the code away. */
  public synchronized void takeAway() {
    held = Optional.empty();
  }

  /** Whether its light is on. */
  public synchronized boolean lit() {
    return lit;
  }

  /** The engine saves power and hears nothing until a byte has woken it. */
  public synchronized void sleep() {
    asleep = true;
  }

  /** The engine hangs and answers nothing, or is well again. */
  public synchronized void mute(boolean silent) {
    mute = silent;
  }

  @Override
  public synchronized void plugged(Wire to) {
    wire = Optional.of(to);
    pending.reset();
    lit = maker == Maker.PLAIN;
  }

  @Override
  public void hear(byte[] bytes, Wire from) {
    synchronized (this) {
      if (mute) {
        return;
      }
      if (asleep) {
        asleep = false;
        return;
      }
      long now = System.nanoTime();
      if (now - heardAt > BETWEEN_BYTES_NANOS) {
        pending.reset();
      }
      heardAt = now;
      pending.writeBytes(bytes);
    }
    obey(from);
    look();
  }

  private void obey(Wire from) {
    String heard = HexFormat.of().withUpperCase().formatHex(pending());
    switch (maker) {
      case NEWLAND -> newland(heard, from);
      case HONEYWELL -> honeywell(heard);
      case SSI -> ssi(heard, from);
      case GM65 -> gm65(heard, from);
      case PLAIN -> forget();
    }
  }

  private void newland(String heard, Wire from) {
    if (!heard.endsWith("3B03")) {
      return;
    }
    forget();
    if (!heard.startsWith(NEWLAND_PREFIX)) {
      return;
    }
    String command =
        new String(
            HexFormat.of().parseHex(heard.substring(14, heard.length() - 4)),
            StandardCharsets.US_ASCII);
    switch (command) {
      case "SCNTRG1" -> light(true);
      case "SCNTRG0" -> light(false);
      default -> {}
    }
    boolean known = command.startsWith("SCN");
    String reply =
        known
            ? NEWLAND_REPLY + hex(command.substring(3).replace("*", "0")) + "063B03"
            : "02013030303023" + hex(command) + "053B03";
    from.send(HexFormat.of().parseHex(reply));
  }

  private void honeywell(String heard) {
    if (heard.endsWith("16540D")) {
      light(true);
      forget();
    } else if (heard.endsWith("16550D")) {
      light(false);
      forget();
    }
  }

  private void ssi(String all, Wire from) {
    // A byte of zero wakes the engine and belongs to no packet.
    String heard = all.replaceFirst("^(00)+", "");
    if (heard.isEmpty()) {
      return;
    }
    int length = Integer.parseInt(heard.substring(0, 2), 16);
    if (heard.length() < (length + 2) * 2) {
      return;
    }
    forget();
    switch (heard.substring(2, 4)) {
      case "E4" -> light(true);
      case "E5" -> light(false);
      default -> {}
    }
    if (!heard.startsWith("04D0") && !heard.startsWith("05D1")) {
      from.send(SSI_ACK);
    }
  }

  private void gm65(String heard, Wire from) {
    if (!heard.endsWith("ABCD")) {
      return;
    }
    forget();
    if (heard.startsWith("7E000801000201")) {
      light(true);
    } else if (heard.startsWith("7E000801000200")) {
      light(false);
    }
    from.send(HexFormat.of().parseHex("02000001003331"));
  }

  /** Reads what is held, if the light is on; the light goes off with it. */
  private void look() {
    Optional<byte[]> code;
    Optional<Wire> to;
    synchronized (this) {
      code = lit && !mute && wire.isPresent() ? held : Optional.empty();
      to = wire;
      if (code.isPresent()) {
        held = Optional.empty();
        lit = maker == Maker.PLAIN;
      }
    }
    if (code.isPresent() && to.isPresent()) {
      to.get().send(framed(code.get()));
    }
  }

  private byte[] framed(byte[] code) {
    if (maker != Maker.SSI) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      line.writeBytes(code);
      synchronized (this) {
        line.writeBytes(suffix);
      }
      return line.toByteArray();
    }
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    packet.write(5 + code.length);
    packet.write(0xF3);
    packet.write(0);
    packet.write(0);
    packet.write(SSI_TYPE_QR);
    packet.writeBytes(code);
    int sum = 0;
    for (byte b : packet.toByteArray()) {
      sum += b & 0xFF;
    }
    packet.write(-sum >> 8);
    packet.write(-sum);
    return packet.toByteArray();
  }

  private synchronized byte[] pending() {
    if (pending.size() > MOST_PENDING) {
      pending.reset();
    }
    return pending.toByteArray();
  }

  private synchronized void forget() {
    pending.reset();
  }

  private synchronized void light(boolean on) {
    lit = on;
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
  }
}
