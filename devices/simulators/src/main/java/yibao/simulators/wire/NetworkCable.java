package yibao.simulators.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A device on the network that takes raw bytes on a TCP port of this machine, one host at a time.
 * Pulling the cable resets the connection and refuses new ones; the port stays the same.
 */
public final class NetworkCable implements AutoCloseable {
  private static final int CHUNK = 1024;

  private final WireDevice device;
  private final int port;
  private Optional<ServerSocket> listening = Optional.empty();
  private Optional<Socket> connected = Optional.empty();

  /**
   * @param port 0 for any free one
   * @param device what answers
   */
  public NetworkCable(int port, WireDevice device) {
    this.device = device;
    try (ServerSocket probe = LoopbackPort.listen(port)) {
      this.port = probe.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no port for the device", e);
    }
  }

  /** The TCP port, whether or not the cable is plugged in. */
  public int port() {
    return port;
  }

  /** Plugs the cable in. */
  public synchronized NetworkCable plugIn() {
    if (listening.isEmpty()) {
      try {
        ServerSocket server = LoopbackPort.listen(port);
        listening = Optional.of(server);
        Thread.ofPlatform().daemon().name("simulated port " + port).start(() -> serve(server));
      } catch (IOException e) {
        throw new UncheckedIOException("the device's port is taken", e);
      }
    }
    return this;
  }

  /** Pulls the cable. */
  public synchronized void pull() {
    try {
      if (listening.isPresent()) {
        listening.get().close();
      }
      if (connected.isPresent() && !connected.get().isClosed()) {
        connected.get().setSoLinger(true, 0);
        connected.get().close();
      }
    } catch (SocketException e) {
      // The connection ended by itself in this very moment.
      connected = Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("the cable cannot be pulled", e);
    }
    listening = Optional.empty();
    connected = Optional.empty();
  }

  @Override
  public void close() {
    pull();
  }

  private void serve(ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket host = server.accept()) {
        host.setTcpNoDelay(true);
        synchronized (this) {
          connected = Optional.of(host);
        }
        Wire wire = new SocketWire(host);
        device.plugged(wire);
        byte[] chunk = new byte[CHUNK];
        for (int n = host.getInputStream().read(chunk);
            n >= 0;
            n = host.getInputStream().read(chunk)) {
          device.hear(Arrays.copyOf(chunk, n), wire);
        }
      } catch (IOException e) {
        // A host that goes, and a cable that is pulled, end the connection; the next one is
        // awaited.
        continue;
      }
    }
  }

  private final class SocketWire implements Wire {
    private final Socket host;

    private SocketWire(Socket host) {
      this.host = host;
    }

    @Override
    public synchronized void send(byte[] bytes) {
      try {
        host.getOutputStream().write(bytes);
      } catch (IOException e) {
        // The host has gone; what it would have heard is lost, as on any cable.
        return;
      }
    }

    @Override
    public void drop() {
      pull();
    }
  }
}
