package yibao.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yibao.kiosk.journey.FakeHall;
import yibao.kiosk.journey.view.StepKind;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.store.Keys;

/** A visit belongs to the page it stands on, and only that page of all pages moves it. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PagesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Duration A_MOMENT = Duration.ofMillis(20);

  @TempDir private Path data;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private FakeHall hall;
  private WebServer server;

  @BeforeEach
  void serve() {
    hall = new FakeHall("qinghai", data, Keys.named("k1"));
    server =
        WebServer.start(
            Vertx.vertx(),
            0,
            new WebServer.Content(
                hall.journey(),
                hall.site(),
                hall.places(),
                new NoDevices(),
                Optional.empty(),
                Optional.empty(),
                Sentences.chinese(),
                hall.time(),
                new Screens(),
                List.of()));
  }

  @AfterEach
  void stop() {
    server.close();
    hall.close();
  }

  @Test
  void the_visit_of_a_page_that_was_lost_ends_when_another_comes_and_it_says_why()
      throws Exception {
    Page first = new Page("first");
    begin("first");
    first.crash();
    awaitHealth(health -> health.has("screenGoneMillis"));

    Page second = new Page("second");

    JsonNode view = second.view();
    assertEquals("attract", view.at("/step/kind").asText());
    assertEquals("visit.screen-lost", view.at("/step/notice/code").asText());
    second.crash();
  }

  @Test
  void a_page_whose_stream_broke_goes_on_with_its_visit() throws Exception {
    Page page = new Page("first");
    begin("first");
    page.crash();
    awaitHealth(health -> health.has("screenGoneMillis"));

    Page again = new Page("first");

    assertEquals("choose", again.view().at("/step/kind").asText());
    again.crash();
  }

  @Test
  void a_page_that_drops_itself_after_a_visit_leaves_the_next_visit_alone() throws Exception {
    Page page = new Page("first");
    begin("first");
    assertEquals(200, call("DELETE", "/api/journey", "first"));
    page.awaitStep("attract");
    begin("first");
    page.crash();
    awaitHealth(health -> health.has("screenGoneMillis"));

    Page next = new Page("second");

    assertEquals("choose", next.view().at("/step/kind").asText());
    next.crash();
  }

  @Test
  void a_second_page_beside_the_first_ends_nothing() throws Exception {
    Page first = new Page("first");
    begin("first");

    Page second = new Page("second");

    assertEquals("choose", second.view().at("/step/kind").asText());
    assertEquals(200, call("POST", "/api/journey/home", "first"));
    first.crash();
    second.crash();
  }

  @Test
  void a_page_that_was_replaced_or_never_listened_moves_nothing() throws Exception {
    Page first = new Page("first");
    begin("first");
    first.crash();
    awaitHealth(health -> health.has("screenGoneMillis"));
    Page second = new Page("second");
    begin("second");

    assertEquals(403, call("POST", "/api/journey/home", "first"));
    assertEquals(403, call("DELETE", "/api/journey", "first"));
    assertEquals(403, call("DELETE", "/api/journey", "never"));
    assertEquals(403, call("DELETE", "/api/journey", ""), "no name at all");
    assertEquals(StepKind.CHOOSE, hall.journey().view().step().kind());
    second.crash();
  }

  @Test
  void a_page_that_gives_signs_without_listening_is_not_gone() throws Exception {
    assertFalse(health().has("screenGoneMillis"), "before the first page");
    Page page = new Page("first");
    assertFalse(health().has("screenGoneMillis"), "while it listens");
    page.crash();
    awaitHealth(health -> health.has("screenGoneMillis"));
    hall.time().pass(Duration.ofMillis(1_500));
    assertTrue(health().path("screenGoneMillis").asLong() >= 1_500);

    assertEquals(204, call("POST", "/api/screen", "a page for technicians"));

    assertFalse(health().has("screenGoneMillis"));
  }

  @ParameterizedTest
  @CsvSource({"Origin, http://evil.example", "Sec-Fetch-Site, cross-site", "Host, evil.example"})
  void a_foreign_page_reads_nothing(String header, String value) throws Exception {
    assertTrue(answer("/api/journey", header + ": " + value).startsWith("HTTP/1.1 403"));
    assertTrue(answer("/api/journey", "Accept: */*").startsWith("HTTP/1.1 200"));
  }

  private void begin(String page) throws Exception {
    assertEquals(200, call("POST", "/api/journey", page));
  }

  /** As a browser calls. */
  private int call(String method, String path, String page) throws Exception {
    HttpRequest.Builder request =
        request(path)
            .header("Sec-Fetch-Site", "same-origin")
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (!page.isEmpty()) {
      request.header("Yibao-Page", page);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  private JsonNode health() throws Exception {
    return JSON.readTree(
        http.send(request("/api/health").build(), HttpResponse.BodyHandlers.ofString()).body());
  }

  private void awaitHealth(Predicate<JsonNode> wanted) throws Exception {
    while (!wanted.test(health())) {
      LockSupport.parkNanos(A_MOMENT.toNanos());
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .timeout(Duration.ofSeconds(60));
  }

  /** The answer to a request with whatever header, the host's name too. */
  private String answer(String path, String header) throws IOException {
    String host = header.startsWith("Host:") ? "" : "Host: 127.0.0.1:" + server.port() + "\r\n";
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      send(socket, "GET " + path, host + header + "\r\nConnection: close\r\n");
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void send(Socket socket, String request, String headers) throws IOException {
    socket
        .getOutputStream()
        .write((request + " HTTP/1.1\r\n" + headers + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  /** A page that listens. */
  private final class Page {
    private static final String DATA = "data: ";

    private final Socket socket;
    private final BufferedReader lines;
    private final JsonNode first;

    Page(String name) throws IOException {
      socket = new Socket("127.0.0.1", server.port());
      PagesTest.send(
          socket,
          "GET /api/events?page=" + name,
          "Host: 127.0.0.1:" + server.port() + "\r\nSec-Fetch-Site: same-origin\r\n");
      lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      first = next();
    }

    /** What it was shown when it came. */
    JsonNode view() {
      return first;
    }

    void awaitStep(String kind) throws IOException {
      while (!next().at("/step/kind").asText().equals(kind)) {
        // The views before it are of no interest.
      }
    }

    private JsonNode next() throws IOException {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(DATA + "{\"revision\"")) {
          return JSON.readTree(line.substring(DATA.length()));
        }
      }
      throw new IOException("the stream has ended");
    }

    void crash() throws IOException {
      socket.close();
    }
  }
}
