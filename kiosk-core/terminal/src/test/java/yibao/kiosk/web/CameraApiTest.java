package yibao.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.kiosk.hardware.CameraScanner;
import yibao.kiosk.hardware.DeviceBoard;
import yibao.kiosk.hardware.DeviceState;
import yibao.kiosk.hardware.Lamp;
import yibao.kiosk.hardware.Lens;
import yibao.kiosk.journey.FakeHall;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.store.Keys;
import yibao.simulators.camera.CameraFrame;
import yibao.simulators.camera.CameraFrames;
import yibao.simulators.camera.FrameKind;

/** What the screen films reaches the step it was filmed for, and nothing else. */
@Timeout(60)
class CameraApiTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CameraFrames CAMERA = new CameraFrames(640, 480);
  private static final int QUERY = 8;

  @TempDir private Path data;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final DeviceBoard board = new DeviceBoard(InstantSource.system());
  private final CameraScanner camera =
      new CameraScanner(new Lens(Optional.of("Front")), Lamp.none(), board, () -> 0);
  private FakeHall hall;
  private WebServer server;

  @BeforeEach
  void serve() {
    hall = new FakeHall("qinghai", data, Keys.named("k1"));
    hall.readCodesWith(camera.start());
    server =
        WebServer.start(
            Vertx.vertx(),
            0,
            new WebServer.Content(
                hall.journey(),
                hall.site(),
                hall.places(),
                board,
                Optional.of(camera),
                Optional.empty(),
                Sentences.chinese(),
                hall.time(),
                new Screens(),
                List.of()));
  }

  @AfterEach
  void stop() {
    server.close();
    camera.close();
    hall.close();
  }

  @Test
  void a_code_filmed_for_the_step_that_asks_for_it_moves_the_journey() throws Exception {
    JsonNode view = identify();
    assertEquals("Front", view.at("/step/camera/label").asText());

    JsonNode seen = seen(film(view.path("revision").asInt(), code()));

    assertEquals("code", seen.path("seen").asText());
    awaitPhase("failed");
    assertTrue(view().at("/step/notice/code").asText().startsWith("code."), view().toString());
    assertFalse(view().at("/step/camera").isMissingNode(), "it goes on filming");
  }

  @Test
  void a_frame_without_a_code_says_what_to_do_with_the_phone() throws Exception {
    JsonNode seen =
        seen(
            film(
                identify().path("revision").asInt(),
                new CameraFrame(FrameKind.DARK, 1, 64, 48, new byte[64 * 48], Optional.empty())));

    assertEquals("nothing", seen.path("seen").asText());
    assertEquals("too-dark", seen.path("hint").asText());
  }

  @Test
  void a_frame_for_another_view_is_not_looked_at() throws Exception {
    JsonNode view = identify();

    JsonNode seen = seen(film(view.path("revision").asInt() - 1, code()));

    assertEquals("unseen", seen.path("seen").asText());
    assertEquals("waiting", view().at("/step/phase").asText());
  }

  @Test
  void nothing_is_looked_at_while_no_step_asks_for_it() throws Exception {
    post("/api/journey", "");

    JsonNode seen = seen(film(view().path("revision").asInt(), code()));

    assertEquals("unseen", seen.path("seen").asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "revision=1&width=2&height=2",
        "revision=1&width=0&height=0",
        "revision=1&width=-2&height=-2",
        "revision=1&width=65536&height=65536",
        "revision=x&width=2&height=2",
        "width=2&height=2",
        "revision=1&height=2"
      })
  void whatever_is_no_frame_is_refused(String query) throws Exception {
    assertEquals(400, post("/api/camera/scan?" + query, "abc").statusCode());
  }

  @Test
  void why_the_screen_cannot_film_is_told_to_staff() throws Exception {
    assertEquals(204, post("/api/camera/scan/fault", "{\"code\":\"camera-denied\"}").statusCode());
    assertEquals(DeviceState.HARDWARE_ERROR, board.statuses().getFirst().state());
    assertEquals(400, post("/api/camera/scan/fault", "{\"code\":\"x\"}").statusCode());
    assertEquals(400, post("/api/camera/scan/fault", "nonsense").statusCode());
  }

  private JsonNode identify() throws Exception {
    post("/api/journey", "");
    answer("{\"item\":" + QUERY + "}");
    answer("{\"choice\":\"start\"}");
    JsonNode view = view();
    assertEquals("identify", view.at("/step/kind").asText(), view.toString());
    return view;
  }

  private static CameraFrame code() {
    return CAMERA.frame(FrameKind.CLEAN, 0, 5);
  }

  private HttpResponse<String> film(int revision, CameraFrame frame) throws Exception {
    return http.send(
        request(
                "/api/camera/scan?revision=%d&width=%d&height=%d"
                    .formatted(revision, frame.width(), frame.height()))
            .POST(HttpRequest.BodyPublishers.ofByteArray(frame.pixels()))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode seen(HttpResponse<String> response) throws Exception {
    assertEquals(200, response.statusCode(), response.body());
    return JSON.readTree(response.body());
  }

  private void awaitPhase(String phase) throws Exception {
    try (var events =
        http.send(request("/api/events").GET().build(), HttpResponse.BodyHandlers.ofLines())
            .body()) {
      assertTrue(events.anyMatch(line -> line.contains("\"phase\":\"" + phase + "\"")));
    }
  }

  private void answer(String answer) throws Exception {
    JsonNode view = view();
    HttpResponse<String> response =
        post(
            "/api/journey/answer",
            "{\"step\":%s,\"revision\":%s,\"answer\":%s}"
                .formatted(view.at("/step/kind"), view.path("revision"), answer));
    assertEquals(200, response.statusCode(), response.body());
  }

  private JsonNode view() throws Exception {
    return JSON.readTree(
        http.send(request("/api/journey").GET().build(), HttpResponse.BodyHandlers.ofString())
            .body());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return http.send(
        request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .timeout(Duration.ofSeconds(20));
  }
}
