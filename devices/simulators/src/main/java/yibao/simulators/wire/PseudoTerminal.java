package yibao.simulators.wire;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Map;

/**
 * The device's end of a pseudo-terminal. The host opens {@link #hostPath()} as if it were a serial
 * port; the kernel carries the bytes.
 *
 * <p>One thread reads and closes; {@link #wake()} and {@link #write} may be called from any. The
 * object keeps the host's end open too, so that a host which closes its port leaves the settings
 * and the terminal in place.
 */
final class PseudoTerminal implements AutoCloseable {
  private static final int CHUNK = 4096;
  private static final int UNKNOWN_SPEED = 0;

  /** Linux speed constants of termios(3). */
  private static final Map<Integer, Integer> BAUD_BY_CONSTANT =
      Map.of(11, 2400, 12, 4800, 13, 9600, 14, 19200, 15, 38400, 0x1001, 57600, 0x1002, 115200);

  private final Arena arena = Arena.ofShared();
  private final MemorySegment buffer = arena.allocate(CHUNK);
  private final MemorySegment outgoing = arena.allocate(CHUNK);
  private final MemorySegment termios = arena.allocate(LibC.TERMIOS_BYTES, 8);
  private final MemorySegment pollfds = arena.allocate(16, 8);
  private final MemorySegment one = arena.allocate(JAVA_LONG);
  private final int master;
  private final int slave;
  private final int waker;
  private final Path hostPath;
  private boolean closed;

  PseudoTerminal() {
    master = LibC.openMaster();
    LibC.slaveName(master, buffer);
    hostPath = Path.of(buffer.getString(0));
    slave = LibC.openSlave(buffer);
    LibC.makeRaw(slave, termios);
    waker = LibC.eventDescriptor();
    one.set(JAVA_LONG, 0, 1);
    pollfds.set(JAVA_INT, 0, master);
    pollfds.set(JAVA_SHORT, 4, LibC.POLLIN);
    pollfds.set(JAVA_INT, 8, waker);
    pollfds.set(JAVA_SHORT, 12, LibC.POLLIN);
  }

  /** The path of the host's end, such as {@code /dev/pts/7}. */
  Path hostPath() {
    return hostPath;
  }

  /** The speed the host chose, in baud; 0 when it is none a card reader or printer knows. */
  synchronized int hostBaud() {
    return closed
        ? UNKNOWN_SPEED
        : BAUD_BY_CONSTANT.getOrDefault(LibC.speedConstant(slave, termios), UNKNOWN_SPEED);
  }

  /**
   * Waits for bytes of the host.
   *
   * @param max at most so many
   * @param timeoutMillis negative: without limit
   * @return the bytes; empty at the time limit or after {@link #wake()}
   */
  byte[] read(int max, int timeoutMillis) {
    LibC.poll(pollfds, 2, timeoutMillis);
    LibC.read(waker, buffer.asSlice(0, 8));
    int count = LibC.read(master, buffer.asSlice(0, Math.min(max, CHUNK)));
    return count <= 0 ? new byte[0] : buffer.asSlice(0, count).toArray(JAVA_BYTE);
  }

  /** Writes to the host; what its full buffer does not take is lost, as on a real line. */
  synchronized void write(byte[] bytes, int offset, int length) {
    if (!closed) {
      int count = Math.min(length, CHUNK);
      MemorySegment.copy(bytes, offset, outgoing, JAVA_BYTE, 0, count);
      LibC.write(master, outgoing, count);
    }
  }

  /** Ends a {@link #read} that waits. */
  synchronized void wake() {
    if (!closed) {
      LibC.write(waker, one, Long.BYTES);
    }
  }

  /** Pulls the plug: the host's open port is hung up and its path vanishes. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      LibC.close(slave);
      LibC.close(master);
      LibC.close(waker);
      arena.close();
    }
  }
}
