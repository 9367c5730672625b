package yibao.devices.port;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** One connection to a device on the network; every wait has its limit. */
final class TcpPort implements Port {
  private static final int DISCARD_CHUNK = 1024;
  private static final int DISCARD_ROUNDS = 64;

  private final String name;
  private final SocketChannel channel;
  private final Selector selector;
  private ByteBuffer peeked = ByteBuffer.allocate(0);
  private boolean lost;

  TcpPort(String name, SocketChannel channel, Selector selector) {
    this.name = name;
    this.channel = channel;
    this.selector = selector;
  }

  @Override
  public void write(byte[] bytes, Duration limit) throws PortException {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    long end = System.nanoTime() + limit.toNanos();
    try {
      while (left.hasRemaining()) {
        refuseIfGone();
        if (channel.write(left) == 0 && !await(SelectionKey.OP_WRITE, end)) {
          close();
          throw new PortException(PortFault.STALLED, name);
        }
      }
    } catch (PortException e) {
      throw e;
    } catch (IOException e) {
      throw gone(e);
    }
  }

  @Override
  public int read(byte[] into, Duration limit) throws PortException {
    if (peeked.hasRemaining()) {
      int count = Math.min(into.length, peeked.remaining());
      peeked.get(into, 0, count);
      return count;
    }
    long end = System.nanoTime() + limit.toNanos();
    try {
      do {
        refuseIfGone();
        int count = channel.read(ByteBuffer.wrap(into));
        if (count < 0) {
          throw gone();
        }
        if (count > 0) {
          return count;
        }
      } while (!limit.isZero() && await(SelectionKey.OP_READ, end));
      return 0;
    } catch (PortException e) {
      throw e;
    } catch (IOException e) {
      throw gone(e);
    }
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
    if (!lost && !peeked.hasRemaining()) {
      byte[] some = new byte[DISCARD_CHUNK];
      try {
        int count = read(some, Duration.ZERO);
        peeked = ByteBuffer.wrap(some, 0, count);
      } catch (PortException e) {
        lost = true;
      }
    }
    return lost;
  }

  @Override
  public void close() {
    lost = true;
    try {
      selector.close();
      channel.close();
    } catch (IOException e) {
      // Nothing is left that could be closed.
      lost = true;
    }
  }

  /** Waits until the channel is ready; false at the limit. */
  private boolean await(int operation, long end) throws IOException {
    long millis = (end - System.nanoTime() + 999_999) / 1_000_000;
    if (millis <= 0) {
      return false;
    }
    channel.register(selector, operation);
    selector.selectedKeys().clear();
    return selector.select(millis) > 0;
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

  private PortException gone(IOException cause) {
    lost = true;
    return new PortException(PortFault.LOST, name, cause);
  }
}
