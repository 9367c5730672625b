package yibao.hall.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.hall.Told;
import yibao.hall.broker.Hearing;
import yibao.hall.store.HallStore;
import yibao.hall.store.StorePlace;
import yibao.hall.watch.Watch;
import yibao.telemetry.Topics;

class MetricsTest {
  private static final Path PROMTOOL = Path.of("/usr/bin/promtool");

  @TempDir Path folder;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  private Watch watch;
  private int port;

  @BeforeEach
  void open() throws Exception {
    watch =
        new Watch(
            HallStore.open(new StorePlace.InFile(folder.resolve("data"))),
            InstantSource.fixed(Told.NOON),
            (_, _) -> {});
    watch.start();
    port = MetricsServer.start(vertx, 0, watch, () -> new Hearing.Ignored(1, 2, 3));
    watch.heard(
        new Topics("xining-01", "T-07"),
        Told.state(Told.device("id-card", "noDevice"), Told.printer("online", "low")));
    watch.ask(_ -> true).get(10, TimeUnit.SECONDS);
  }

  @AfterEach
  void close() {
    http.shutdownNow();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    watch.close();
  }

  @Test
  void a_terminal_is_in_one_condition_and_its_devices_and_paper_are_told() throws Exception {
    List<String> lines = get("/metrics").body().lines().toList();
    assertTrue(
        lines.contains(
            "yibao_terminal_condition{condition=\"outOfOrder\",hall=\"xining-01\",terminal=\"T-07\"}"
                + " 1.0"));
    assertEquals(
        1,
        lines.stream()
            .filter(it -> it.startsWith("yibao_terminal_condition") && it.endsWith(" 1.0"))
            .count());
    assertTrue(
        lines.contains(
            "yibao_device_up{device=\"id-card\",hall=\"xining-01\",terminal=\"T-07\"} 0.0"));
    assertTrue(
        lines.contains(
            "yibao_device_paper_wanting{device=\"printer\",hall=\"xining-01\",terminal=\"T-07\"}"
                + " 1.0"));
    assertTrue(lines.contains("yibao_messages_ignored_total{why=\"foreign\"} 3.0"));
  }

  @Test
  void promtool_finds_nothing_to_complain_of() throws Exception {
    assumeTrue(Files.isExecutable(PROMTOOL), "prometheus is installed");
    Path file = folder.resolve("metrics");
    Files.writeString(file, get("/metrics").body());
    Process process =
        new ProcessBuilder(PROMTOOL.toString(), "check", "metrics")
            .redirectInput(file.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals("", Files.readString(folder.resolve("out")));
    assertEquals(0, process.exitValue());
  }

  @Test
  void nothing_else_is_served_there() throws Exception {
    assertEquals(404, get("/api/hall").statusCode());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
