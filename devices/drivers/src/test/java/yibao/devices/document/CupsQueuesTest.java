package yibao.devices.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What cupsd 2.4 answered on a machine with two raw queues, recorded byte for byte. */
@Timeout(30)
class CupsQueuesTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final AtomicReference<byte[]> asked = new AtomicReference<>(new byte[0]);
  private HttpServer spooler;
  private byte[] answer;

  @BeforeEach
  void start() throws IOException {
    try (InputStream recorded = CupsQueuesTest.class.getResourceAsStream("cups-printers.ipp")) {
      answer = recorded.readAllBytes();
    }
    spooler = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    spooler.createContext(
        "/",
        exchange -> {
          asked.set(exchange.getRequestBody().readAllBytes());
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    spooler.start();
  }

  @AfterEach
  void stop() {
    spooler.stop(0);
  }

  @Test
  void everyQueueIsToldByTheAddressThatAPrinterIsGivenBy() throws IOException {
    assertEquals(
        List.of(
            new CupsQueues.Queue("ipp://127.0.0.1:6631/printers/hall-a4", "Local Raw Printer"),
            new CupsQueues.Queue("ipp://127.0.0.1:6631/printers/spare", "Local Raw Printer")),
        CupsQueues.at(address(), LIMIT));
    assertArrayEquals(new byte[] {2, 0, 0x40, 0x02}, Arrays.copyOf(asked.get(), 4));
  }

  @Test
  void anAnswerThatIsNoIppIsNoList() {
    answer = Arrays.copyOf(answer, 60);
    assertThrows(IOException.class, () -> CupsQueues.at(address(), LIMIT));
  }

  @Test
  void whereThereIsNoSpoolerThatIsSaid() {
    URI nowhere = address();
    spooler.stop(0);
    assertThrows(IOException.class, () -> CupsQueues.at(nowhere, LIMIT));
  }

  private URI address() {
    return URI.create("ipp://127.0.0.1:" + spooler.getAddress().getPort() + "/");
  }
}
