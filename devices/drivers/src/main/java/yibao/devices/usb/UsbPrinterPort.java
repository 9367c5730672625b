package yibao.devices.usb;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import yibao.devices.port.Port;
import yibao.devices.port.PortException;
import yibao.devices.port.PortFault;

/**
 * One opening of a printer node of the kernel's usblp driver, never waiting in the kernel: a
 * printer without paper takes no bytes, and a plain write would hang on it for ever.
 */
public final class UsbPrinterPort implements Port {
  private static final long LPGETSTATUS = 0x060B;
  private static final int ID_BYTES = 1024;

  /** LPIOC_GET_DEVICE_ID for a buffer of {@value #ID_BYTES} bytes. */
  private static final long GET_DEVICE_ID = 0x84005001L;

  private static final int DISCARD_CHUNK = 1024;
  private static final int DISCARD_ROUNDS = 64;

  private final String name;
  private final int descriptor;
  private boolean lost;
  private boolean closed;

  UsbPrinterPort(String name, int descriptor) {
    this.name = name;
    this.descriptor = descriptor;
  }

  /**
   * What the printer calls itself (IEEE 1284), such as {@code MFG:…;MDL:…;SERN:…;}; empty when it
   * does not tell. Not for asking every few seconds: some printers mix the answer into what they
   * print.
   */
  public Optional<String> deviceId() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = arena.allocate(ID_BYTES);
      if (LinuxCalls.ioctl(descriptor, GET_DEVICE_ID, buffer) < 0) {
        return Optional.empty();
      }
      return idIn(buffer.toArray(ValueLayout.JAVA_BYTE));
    }
  }

  /**
   * The port's status bits: 0x20 paper out, 0x10 selected, 0x08 no error. A hint only, cheap
   * printers always say 0x18.
   */
  public OptionalInt portStatus() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment status = arena.allocate(ValueLayout.JAVA_INT);
      return LinuxCalls.ioctl(descriptor, LPGETSTATUS, status) < 0
          ? OptionalInt.empty()
          : OptionalInt.of(status.get(ValueLayout.JAVA_INT, 0) & 0xFF);
    }
  }

  /** The text behind two bytes of length, big-endian, that count themselves. */
  static Optional<String> idIn(byte[] answer) {
    int length = (answer[0] & 0xFF) << 8 | answer[1] & 0xFF;
    return length <= 2 || length > answer.length
        ? Optional.empty()
        : Optional.of(new String(answer, 2, length - 2, StandardCharsets.US_ASCII));
  }

  @Override
  public void write(byte[] bytes, Duration limit) throws PortException {
    long end = System.nanoTime() + limit.toNanos();
    int at = 0;
    while (at < bytes.length) {
      refuseIfGone();
      int count = LinuxCalls.write(descriptor, bytes, at);
      if (count >= 0) {
        at += count;
      } else if (!again(count)) {
        throw gone();
      } else if (!await(LinuxCalls.POLLOUT, end)) {
        close();
        throw new PortException(PortFault.STALLED, name);
      }
    }
  }

  @Override
  public int read(byte[] into, Duration limit) throws PortException {
    long end = System.nanoTime() + limit.toNanos();
    do {
      refuseIfGone();
      int count = LinuxCalls.read(descriptor, into);
      if (count > 0) {
        return count;
      }
      if (count < 0 && !again(count)) {
        throw gone();
      }
    } while (!limit.isZero() && await(LinuxCalls.POLLIN, end));
    return 0;
  }

  @Override
  public void discardInput() throws PortException {
    byte[] dropped = new byte[DISCARD_CHUNK];
    int rounds = 0;
    while (rounds < DISCARD_ROUNDS && read(dropped, Duration.ZERO) > 0) {
      rounds++;
    }
  }

  @Override
  public boolean lost() {
    lost =
        lost || closed || (LinuxCalls.poll(descriptor, (short) 0, 0) & LinuxCalls.POLL_GONE) != 0;
    return lost;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      LinuxCalls.close(descriptor);
    }
  }

  private boolean await(short event, long end) throws PortException {
    long millis = (end - System.nanoTime() + 999_999) / 1_000_000;
    if (millis <= 0) {
      return false;
    }
    int ready = LinuxCalls.poll(descriptor, event, (int) Math.min(millis, Integer.MAX_VALUE));
    if (ready > 0 && (ready & LinuxCalls.POLL_GONE) != 0 && (ready & event) == 0) {
      throw gone();
    }
    return ready > 0 || again(ready);
  }

  private static boolean again(int result) {
    return result == -LinuxCalls.EAGAIN || result == -LinuxCalls.EINTR;
  }

  private void refuseIfGone() throws PortException {
    if (lost || closed) {
      throw gone();
    }
  }

  private PortException gone() {
    lost = true;
    return new PortException(PortFault.LOST, name);
  }
}
