package yibao.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.kiosk.hardware.DeviceBoard;
import yibao.kiosk.journey.FakeHall;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.store.Keys;

/**
 * The sign of life that the watchdog asks for, on the only event loop there is, while something
 * waits.
 */
@Timeout(60)
class BlockedEventLoopTest {
  private static final Duration SOON = Duration.ofMillis(100);
  private static final Duration IN_TIME = Duration.ofSeconds(20);

  @TempDir private Path data;
  private final CountDownLatch release = new CountDownLatch(1);
  private final CountDownLatch waiting = new CountDownLatch(1);
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private FakeHall hall;
  private WebServer server;

  @BeforeEach
  void serve() {
    hall = new FakeHall("qinghai", data, Keys.named("k1"));
    server =
        WebServer.start(
            vertx,
            0,
            new WebServer.Content(
                hall.journey(),
                hall.site(),
                hall.places(),
                new DeviceBoard(hall.time()),
                Optional.empty(),
                Optional.empty(),
                Sentences.chinese(),
                hall.time(),
                new Screens(),
                List.of(router -> router.route("/api/waits").handler(this::wait))));
  }

  @AfterEach
  void stop() {
    release.countDown();
    server.close();
    hall.close();
  }

  @Test
  void aBlockedLoopGivesNoSignOfLifeUntilItRunsAgain() throws Exception {
    assertDoesNotThrow(() -> server.look(IN_TIME));
    vertx.getOrCreateContext().runOnContext(_ -> hang());
    waiting.await();

    assertThrows(IOException.class, () -> server.look(SOON));

    release.countDown();
    assertDoesNotThrow(() -> server.look(IN_TIME));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void callsThatWaitForADeviceHoldUpNoOther(String method) throws Exception {
    HttpRequest waits =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/waits"))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    try (HttpClient screen = HttpClient.newHttpClient()) {
      CompletableFuture<HttpResponse<Void>> answered =
          screen.sendAsync(waits, HttpResponse.BodyHandlers.discarding());
      waiting.await();

      try {
        assertDoesNotThrow(() -> server.look(IN_TIME));
        assertFalse(answered.isDone());
      } finally {
        release.countDown();
      }
      assertEquals(204, answered.get().statusCode());
    }
  }

  private void wait(RoutingContext context) {
    hang();
    context.response().setStatusCode(204).end();
  }

  private void hang() {
    waiting.countDown();
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
