package yibao.sandbox;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A listening socket on loopback that can be shut and opened again on the same port. */
final class Listener {

  private static final int BACKLOG = 64;

  private final HttpHandler handler;
  private int port;
  private HttpServer server;
  private ExecutorService workers;

  Listener(int port, HttpHandler handler) {
    this.port = port;
    this.handler = handler;
  }

  synchronized int port() {
    return port;
  }

  /** Listens; does nothing when it does already. */
  synchronized void open() throws IOException {
    if (server != null) {
      return;
    }
    HttpServer opened =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), BACKLOG);
    workers = Executors.newVirtualThreadPerTaskExecutor();
    opened.setExecutor(workers);
    opened.createContext("/", handler);
    opened.start();
    server = opened;
    port = opened.getAddress().getPort();
  }

  /** Stops listening and cuts every connection; does nothing when it is shut already. */
  synchronized void close() {
    if (server == null) {
      return;
    }
    workers.shutdownNow();
    server.stop(0);
    server = null;
  }
}
