package yibao.simulators.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * A serial cable between a host and a simulated device: a pseudo-terminal behind a stable path.
 *
 * <p>The path is a symbolic link that vanishes while the cable is unplugged and points to a new
 * terminal after it was plugged in again, as a USB adapter's does. Bytes take the time they need
 * (ten bit times each), a host at another speed hears and sends garbage, and noise can be added.
 * Control calls may come from any thread; the device is called from the cable's own.
 */
public final class SerialCable implements AutoCloseable {
  private static final int RECEIVE_CHUNK = 64;

  /** Bytes reach the host in packets of a USB adapter's size. */
  private static final int SEND_CHUNK = 64;

  private static final int BITS_PER_BYTE = 10;
  private static final int FOREVER = -1;

  private final Path path;
  private final int baud;
  private final WireDevice device;
  private final Random random;
  private final Thread thread;
  private final Object plug = new Object();
  private final Wire wire = new PacedWire();

  private volatile PseudoTerminal terminal;
  private boolean wanted;
  private boolean closed;
  private volatile boolean pulled;
  private volatile double noise;
  private long hearingUntil;
  private long sendingUntil;

  /**
   * @param path where the host finds the port; its folder must exist
   * @param baud the device's speed
   * @param device what answers
   * @param seed of the noise, so that a run can be repeated
   */
  public SerialCable(Path path, int baud, WireDevice device, long seed) {
    this.path = path;
    this.baud = baud;
    this.device = device;
    this.random = new Random(seed);
    this.thread =
        Thread.ofPlatform().daemon().name("simulated " + path.getFileName()).start(this::run);
  }

  /** The port's path, whether or not the cable is plugged in. */
  public Path path() {
    return path;
  }

  /** The time the given number of bytes needs on this line, in nanoseconds. */
  public long nanosOnWire(int bytes) {
    return bytes * BITS_PER_BYTE * 1_000_000_000L / baud;
  }

  /** Plugs the cable in and returns when the path is there. */
  public SerialCable plugIn() {
    return await(true);
  }

  /** Pulls the cable and returns when the host's port is dead and the path is gone. */
  public SerialCable pull() {
    return await(false);
  }

  /**
   * Sets the share of bytes that noise changes, both ways.
   *
   * @param share 0 for a clean line to 1 for nothing but noise
   */
  public void noise(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("noise is a share between 0 and 1");
    }
    noise = share;
  }

  @Override
  public void close() {
    pull();
    synchronized (plug) {
      closed = true;
      plug.notifyAll();
    }
  }

  private SerialCable await(boolean plugged) {
    synchronized (plug) {
      boolean interrupted = false;
      // A plug that is falling out has to be out before it can be plugged in again.
      while (plugged && pulled && terminal != null && Thread.currentThread() != thread) {
        interrupted |= !waited();
      }
      wanted = plugged;
      pulled = !plugged;
      if (!plugged) {
        letGo();
      }
      plug.notifyAll();
      while (!closed && (terminal != null) != plugged && Thread.currentThread() != thread) {
        interrupted |= !waited();
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    return this;
  }

  /**
   * Has the cable's own thread let go of the terminal it holds: ends its listening, and the
   * device's waiting for room or time.
   */
  private void letGo() {
    if (terminal != null) {
      terminal.wake();
      if (Thread.currentThread() != thread) {
        thread.interrupt();
      }
    }
  }

  /** Waits until something about the plug has changed; false when interrupted meanwhile. */
  private boolean waited() {
    try {
      plug.wait();
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private void run() {
    while (connect()) {
      while (!pulled) {
        byte[] heard = terminal.read(RECEIVE_CHUNK, FOREVER);
        if (heard.length > 0 && !pulled) {
          hearingUntil = Math.max(hearingUntil, System.nanoTime()) + nanosOnWire(heard.length);
          waitUntil(hearingUntil);
          device.hear(disturb(heard, terminal), wire);
        }
      }
      disconnect();
    }
  }

  /** Waits until somebody wants the cable plugged in; false when the cable is thrown away. */
  private boolean connect() {
    synchronized (plug) {
      while (!wanted && !closed) {
        try {
          plug.wait();
        } catch (InterruptedException e) {
          return false;
        }
      }
      if (closed) {
        return false;
      }
      terminal = new PseudoTerminal();
      device.plugged(wire);
      link(terminal.hostPath());
      plug.notifyAll();
      return true;
    }
  }

  private void disconnect() {
    synchronized (plug) {
      Thread.interrupted();
      unlink();
      terminal.close();
      terminal = null;
      plug.notifyAll();
    }
  }

  private void link(Path target) {
    try {
      Files.deleteIfExists(path);
      Files.createSymbolicLink(path, target);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the port " + path, e);
    }
  }

  private void unlink() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove the port " + path, e);
    }
  }

  /** Waits until the line has carried what was given to it, or the plug is pulled. */
  private void waitUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0 && !pulled; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private byte[] disturb(byte[] bytes, PseudoTerminal through) {
    boolean wrongSpeed = through.hostBaud() != baud;
    double share = wrongSpeed ? 1 : noise;
    if (share == 0) {
      return bytes;
    }
    byte[] disturbed = bytes.clone();
    for (int i = 0; i < disturbed.length; i++) {
      if (random.nextDouble() < share) {
        disturbed[i] ^= (byte) (1 + random.nextInt(255));
      }
    }
    return disturbed;
  }

  private final class PacedWire implements Wire {
    @Override
    public synchronized void send(byte[] bytes) {
      PseudoTerminal through = terminal;
      if (through == null) {
        return;
      }
      byte[] sent = disturb(bytes, through);
      // The line carries one byte right after the other, however late this thread wakes up.
      sendingUntil = Math.max(sendingUntil, System.nanoTime());
      for (int at = 0; at < sent.length && !pulled; at += SEND_CHUNK) {
        int count = Math.min(SEND_CHUNK, sent.length - at);
        sendingUntil += nanosOnWire(count);
        waitUntil(sendingUntil);
        through.write(sent, at, count);
      }
    }

    @Override
    public void drop() {
      synchronized (plug) {
        wanted = false;
        pulled = true;
        letGo();
      }
    }
  }
}
