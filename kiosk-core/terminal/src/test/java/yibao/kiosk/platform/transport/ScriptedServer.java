package yibao.kiosk.platform.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A raw socket that plays one act for each connection and keeps what it was sent. */
public final class ScriptedServer implements AutoCloseable {

  /** What happens on one connection once the request has been read. */
  public interface Act {
    void play(Socket socket) throws IOException, InterruptedException;
  }

  private final ServerSocket listening;
  private final Deque<Act> acts = new ConcurrentLinkedDeque<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  public ScriptedServer() throws IOException {
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::listen);
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/gateway");
  }

  public ScriptedServer then(Act act) {
    acts.add(act);
    return this;
  }

  /** The bodies received so far. */
  public List<String> requests() {
    return new ArrayList<>(requests);
  }

  public static Act answer(String body) {
    return answer(200, "application/json", body);
  }

  public static Act answer(int status, String type, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return socket -> {
      head(socket, status, type, bytes.length);
      socket.getOutputStream().write(bytes);
    };
  }

  public static void head(Socket socket, int status, String type, int length) throws IOException {
    socket
        .getOutputStream()
        .write(
            ("HTTP/1.1 %d X\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                    .formatted(status, type, length))
                .getBytes(StandardCharsets.US_ASCII));
  }

  /** Says nothing more until the test is over. */
  public void hang() throws InterruptedException {
    closed.await();
  }

  public static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    listening.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private void listen() {
    try {
      while (true) {
        Socket socket = listening.accept();
        sockets.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException over) {
      // The test closed us.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      requests.add(readRequest(socket.getInputStream()));
      acts.remove().play(socket);
    } catch (IOException | InterruptedException over) {
      // The client went away, as some acts mean it to.
    }
  }

  private static String readRequest(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      head.write(in.read());
    }
    int length =
        head.toString(StandardCharsets.US_ASCII)
            .lines()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
            .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
            .findFirst()
            .orElse(0);
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
