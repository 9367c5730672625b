package yibao.devices.usb;

import java.time.Duration;
import yibao.devices.port.Port;
import yibao.devices.port.PortException;
import yibao.devices.port.PortFault;

/**
 * A line over bulk pipes. What is written leaves in one transfer, as readers of the kind 0400:C35A
 * want a whole frame; what arrives is taken packet by packet.
 */
final class UsbBulkPort implements Port {
  static final int PACKET = 64;
  private static final int DISCARD_MILLIS = 1;
  private static final int DISCARD_ROUNDS = 64;

  private final String name;
  private final BulkPipes pipes;
  private final byte[] packet = new byte[PACKET];
  private int at;
  private int filled;
  private boolean lost;

  UsbBulkPort(String name, BulkPipes pipes) {
    this.name = name;
    this.pipes = pipes;
  }

  @Override
  public void write(byte[] bytes, Duration limit) throws PortException {
    refuseIfGone();
    int count = pipes.send(bytes, millis(limit));
    if (count == -LinuxCalls.ETIMEDOUT || count >= 0 && count < bytes.length) {
      close();
      throw new PortException(PortFault.STALLED, name);
    }
    if (count < 0) {
      throw gone();
    }
  }

  @Override
  public int read(byte[] into, Duration limit) throws PortException {
    if (at == filled) {
      refuseIfGone();
      int count = pipes.receive(packet, millis(limit));
      if (count < 0 && count != -LinuxCalls.ETIMEDOUT && count != -LinuxCalls.EINTR) {
        throw gone();
      }
      at = 0;
      filled = Math.max(0, count);
    }
    int count = Math.min(into.length, filled - at);
    System.arraycopy(packet, at, into, 0, count);
    at += count;
    return count;
  }

  @Override
  public void discardInput() throws PortException {
    at = filled;
    byte[] dropped = new byte[PACKET];
    int rounds = 0;
    while (rounds < DISCARD_ROUNDS && read(dropped, Duration.ofMillis(DISCARD_MILLIS)) > 0) {
      rounds++;
    }
  }

  @Override
  public boolean lost() {
    lost = lost || pipes.gone();
    return lost;
  }

  @Override
  public void close() {
    lost = true;
    pipes.close();
  }

  /** At least one: to the kernel, none means for ever. */
  private static int millis(Duration limit) {
    return Math.clamp(limit.toMillis(), 1, Integer.MAX_VALUE);
  }

  private void refuseIfGone() throws PortException {
    if (lost) {
      throw gone();
    }
  }

  private PortException gone() {
    lost = true;
    return new PortException(PortFault.LOST, name);
  }
}
