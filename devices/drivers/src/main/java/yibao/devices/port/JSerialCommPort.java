package yibao.devices.port;

import com.fazecast.jSerialComm.SerialPort;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One opening of a serial port by jSerialComm.
 *
 * <p>The library's {@code isOpen} stays true when the device is gone, its disconnect event storms
 * until the port is closed, and its listener makes closing take a second: none of them is used. A
 * port is gone when the kernel refuses to count or read its bytes. The library's write has no limit
 * of its own and may hang in the kernel, however few its bytes: it runs on a thread that can be
 * left behind, and closing the port ends it.
 */
final class JSerialCommPort implements Port {
  private static final int DISCARD_CHUNK = 1024;

  /** A line that never falls silent is not drained but heard by whoever reads next. */
  private static final int DISCARD_ROUNDS = 64;

  private final String name;
  private final SerialPort port;
  private final ExecutorService writer;
  private boolean lost;
  private boolean closed;

  JSerialCommPort(String name, SerialPort port) {
    this.name = name;
    this.port = port;
    this.writer =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("write " + name).factory());
  }

  @Override
  public void write(byte[] bytes, Duration limit) throws PortException {
    refuseIfGone();
    Future<Integer> written = writer.submit(() -> port.writeBytes(bytes, bytes.length));
    try {
      if (written.get(limit.toNanos(), TimeUnit.NANOSECONDS) != bytes.length) {
        throw gone();
      }
    } catch (TimeoutException e) {
      close();
      throw new PortException(PortFault.STALLED, name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new PortException(PortFault.LOST, name, e);
    } catch (ExecutionException e) {
      throw new PortException(PortFault.LOST, name, e);
    }
  }

  @Override
  public int read(byte[] into, Duration limit) throws PortException {
    long end = System.nanoTime() + limit.toNanos();
    do {
      refuseIfGone();
      int available = port.bytesAvailable();
      if (available < 0) {
        throw gone();
      }
      if (available == 0 && limit.isZero()) {
        return 0;
      }
      int count = port.readBytes(into, into.length);
      if (count < 0) {
        throw gone();
      }
      if (count > 0) {
        return count;
      }
    } while (end - System.nanoTime() > 0);
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
    lost = lost || closed || port.bytesAvailable() < 0;
    return lost;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      port.closePort();
      writer.shutdown();
    }
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
