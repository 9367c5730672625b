package yibao.hall.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.Vertx;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.hall.Told;
import yibao.hall.broker.Hearing;
import yibao.hall.store.HallStore;
import yibao.hall.store.StorePlace;
import yibao.hall.watch.Watch;
import yibao.telemetry.Topics;

class MetricsTest {
  private static final Path PROMTOOL = Path.of("/usr/bin/promtool");
  private static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");
  private static final Path MONITORING =
      Path.of("../../deploy/monitoring").toAbsolutePath().normalize();

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
    assumeTrue(Files.isExecutable(PROMTOOL), "prometheus is installed by deploy/kiosk test");
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check config prometheus.yml",
        "check rules alerts.yml",
        "test rules alerts_test.yml"
      })
  void what_a_hall_is_given_for_its_prometheus_is_in_order(String command) throws Exception {
    assumeTrue(Files.isExecutable(PROMTOOL), "prometheus is installed by deploy/kiosk test");
    List<String> words = new ArrayList<>(List.of(PROMTOOL.toString()));
    words.addAll(List.of(command.split(" ")));
    Process process =
        new ProcessBuilder(words)
            .directory(MONITORING.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), Files.readString(folder.resolve("out")));
  }

  @Test
  void a_rule_asks_for_nothing_that_is_not_told() throws Exception {
    String told = get("/metrics").body();
    for (String file : List.of("alerts.yml", "grafana-dashboard.json")) {
      Matcher names =
          Pattern.compile("yibao_[a-z_]+").matcher(Files.readString(MONITORING.resolve(file)));
      while (names.find()) {
        assertTrue(told.contains("# TYPE " + names.group()), file + ": " + names.group());
      }
    }
  }

  @Test
  void a_real_prometheus_reads_it() throws Exception {
    assumeTrue(Files.isExecutable(PROMETHEUS), "prometheus is installed by deploy/kiosk test");
    Path config = folder.resolve("prometheus.yml");
    Files.writeString(
        config,
        Files.readString(MONITORING.resolve("prometheus.yml"))
            .replace("127.0.0.1:9464", "127.0.0.1:" + port)
            .replace("scrape_interval: 15s", "scrape_interval: 1s")
            .replace("alerts.yml", MONITORING.resolve("alerts.yml").toString()));
    int at;
    try (ServerSocket free = new ServerSocket(0)) {
      at = free.getLocalPort();
    }
    Process prometheus =
        new ProcessBuilder(
                PROMETHEUS.toString(),
                "--config.file=" + config,
                "--storage.tsdb.path=" + folder.resolve("tsdb"),
                "--web.listen-address=127.0.0.1:" + at)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.out").toFile())
            .start();
    try {
      URI asked =
          URI.create(
              "http://127.0.0.1:"
                  + at
                  + "/api/v1/query?query=yibao_terminal_condition%7Bcondition%3D%22outOfOrder%22%7D");
      String answer = "";
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
      while (!answer.contains("\"T-07\"")) {
        assertTrue(System.nanoTime() < end, answer);
        TimeUnit.MILLISECONDS.sleep(250);
        answer = asked(asked);
      }
      assertTrue(answer.contains("\"job\":\"yibao-hall\""), answer);
    } finally {
      prometheus.destroyForcibly().waitFor(60, TimeUnit.SECONDS);
    }
  }

  /** What it answers; "" while it is not there yet. */
  private String asked(URI address) throws Exception {
    try {
      return http.send(
              HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (ConnectException e) {
      return "";
    }
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
