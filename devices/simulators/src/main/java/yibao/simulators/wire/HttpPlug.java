package yibao.simulators.wire;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The plug of a device that is spoken to by HTTP: pulled out, nothing listens; plugged in again,
 * the port is the same. Control calls may come from any thread.
 */
public final class HttpPlug implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String path;
  private final HttpHandler device;
  private final int port;
  private Optional<HttpServer> server;

  /**
   * Plugs a device in, at a free port of this machine.
   *
   * @param path all that it answers below
   */
  public HttpPlug(String path, HttpHandler device) {
    this.path = path;
    this.device = device;
    HttpServer first = listen(0);
    this.server = Optional.of(first);
    this.port = first.getAddress().getPort();
  }

  /** Its port, whether or not it is plugged in. */
  public int port() {
    return port;
  }

  /** Plugs it in again after {@link #pull()}. */
  public synchronized void plugIn() {
    if (server.isEmpty()) {
      server = Optional.of(listen(port));
    }
  }

  /** Pulls it out: nobody can reach it. */
  public synchronized void pull() {
    server.ifPresent(running -> running.stop(0));
    server = Optional.empty();
  }

  @Override
  public void close() {
    pull();
    threads.shutdown();
  }

  private HttpServer listen(int where) {
    try {
      HttpServer listening =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), where), 0);
      listening.createContext(path, device);
      listening.setExecutor(threads);
      listening.start();
      return listening;
    } catch (IOException e) {
      throw new UncheckedIOException("the port of " + path + " is taken", e);
    }
  }
}
