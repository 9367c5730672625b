package yibao.simulators.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A cable between a host and a device on the network that falls out after so many bytes, counted
 * both ways over all connections: they are reset and new ones refused until it is plugged in again.
 * Control calls may come from any thread.
 */
public final class NetworkRelay implements AutoCloseable {
  private static final int CHUNK = 1024;

  private final int port;
  private final List<Socket> connections = new ArrayList<>();
  private Optional<ServerSocket> listening = Optional.empty();
  private int device;
  private int left = Integer.MAX_VALUE;
  private boolean cut;
  private long carried;

  /**
   * @param device TCP port of the device on this machine
   */
  public NetworkRelay(int device) {
    this.device = device;
    try (ServerSocket probe = LoopbackPort.listen(0)) {
      this.port = probe.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no port for the relay", e);
    }
  }

  /** The TCP port at which the host finds the device, whether or not the cable is plugged in. */
  public int port() {
    return port;
  }

  /**
   * From the next connection on it leads elsewhere.
   *
   * @param other TCP port of a device on this machine
   */
  public synchronized void leadTo(int other) {
    device = other;
  }

  private synchronized int device() {
    return device;
  }

  /** Lets the cable fall out after so many more bytes; 0: at the next one. */
  public synchronized void after(int bytes) {
    left = bytes;
    cut = false;
  }

  /** Whether the cable has fallen out since. */
  public synchronized boolean happened() {
    return cut;
  }

  /** How many bytes went through so far. */
  public synchronized long carried() {
    return carried;
  }

  /** Plugs the cable in. */
  public synchronized NetworkRelay plugIn() {
    left = Integer.MAX_VALUE;
    if (listening.isEmpty()) {
      try {
        ServerSocket server = LoopbackPort.listen(port);
        listening = Optional.of(server);
        Thread.ofPlatform().daemon().name("relay " + port).start(() -> serve(server));
      } catch (IOException e) {
        throw new UncheckedIOException("the relay's port is taken", e);
      }
    }
    return this;
  }

  /** Pulls the cable. */
  public synchronized void pull() {
    listening.ifPresent(NetworkRelay::closed);
    listening = Optional.empty();
    connections.forEach(NetworkRelay::reset);
    connections.clear();
  }

  @Override
  public void close() {
    pull();
  }

  private void serve(ServerSocket server) {
    while (!server.isClosed()) {
      try {
        Socket host = server.accept();
        Optional<Socket> reached = reach();
        if (reached.isEmpty()) {
          closed(host);
          continue;
        }
        Socket far = reached.get();
        host.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        synchronized (this) {
          connections.add(host);
          connections.add(far);
        }
        Thread.ofVirtual().start(() -> carry(host, far));
        Thread.ofVirtual().start(() -> carry(far, host));
      } catch (IOException e) {
        // The cable is pulled, or an end has gone in this very moment: the next host is awaited.
        continue;
      }
    }
  }

  private Optional<Socket> reach() {
    try {
      return Optional.of(new Socket(InetAddress.getLoopbackAddress(), device()));
    } catch (IOException e) {
      // The device is not there, or not yet.
      return Optional.empty();
    }
  }

  private void carry(Socket from, Socket to) {
    byte[] chunk = new byte[CHUNK];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        int through = pass(n);
        out.write(chunk, 0, through);
        out.flush();
        if (through < n) {
          pull();
          return;
        }
      }
    } catch (IOException e) {
      // One end has gone; the other goes with it.
    }
    closed(from);
    closed(to);
  }

  private synchronized int pass(int bytes) {
    int through = Math.min(left, bytes);
    carried += through;
    if (left != Integer.MAX_VALUE) {
      left -= through;
    }
    cut = cut || through < bytes;
    return through;
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // It ended by itself in this very moment.
    }
    closed(socket);
  }

  private static void closed(Closeable end) {
    try {
      end.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the relay cannot let go", e);
    }
  }
}
