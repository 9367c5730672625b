package yibao.acceptance.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.hall.watch.Postgres;
import yibao.telemetry.BrokerAddress;

/**
 * A province on a broker of two servers, two monitors that share its reports, and one PostgreSQL:
 * whatever is killed under load, nothing that was told as taken is lost or counted twice, and the
 * walls come back by themselves.
 */
class ClusterTest {
  private static final int TERMINALS = 20;
  private static final long REPORTS = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Path LOGS = Path.of("target/cluster");
  private static final Path MONITOR = Path.of("../../kiosk-core/hall/target/lib");

  @TempDir Path folder;

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Vertx vertx = Vertx.vertx();
  private final List<LoadingTerminal> terminals = new ArrayList<>();
  private Programs programs;
  private Postgres database;
  private BrokerAddress broker;
  private Process primary;

  @BeforeEach
  void open() throws Exception {
    Optional<Path> postgres = Postgres.programs();
    assumeTrue(postgres.isPresent(), "postgresql is installed by deploy/kiosk test");
    programs = new Programs(Files.createDirectories(LOGS));
    database = Postgres.create(postgres.get());
    int first = Programs.freePort();
    int second = Programs.freePort();
    broker =
        new BrokerAddress(
            "127.0.0.1",
            first,
            List.of(new BrokerAddress.Server("127.0.0.1", second)),
            Optional.empty());
    primary = artemis("primary", first);
    await(() -> listens(first));
    artemis("backup", second);
  }

  @AfterEach
  void close() throws Exception {
    terminals.forEach(LoadingTerminal::close);
    vertx.close().toCompletionStage().toCompletableFuture().join();
    http.close();
    if (programs != null) {
      programs.close();
      database.close();
    }
  }

  @Test
  void a_killed_broker_and_a_killed_monitor_lose_nothing_and_the_wall_recovers() throws Exception {
    int onePort = Programs.freePort();
    int otherPort = Programs.freePort();
    Process one = monitor("one", onePort);
    monitor("other", otherPort);
    for (int i = 1; i <= TERMINALS; i++) {
      terminals.add(new LoadingTerminal(vertx, broker, i));
    }
    await(() -> watches(onePort) && watches(otherPort));

    awaitTaken(TERMINALS * REPORTS / 4, REPORTS);
    primary.destroyForcibly().waitFor();
    awaitTaken(TERMINALS * REPORTS, REPORTS);
    await(() -> watches(onePort) && watches(otherPort));

    one.destroyForcibly().waitFor();
    awaitTaken(TERMINALS * REPORTS * 2, REPORTS * 2);
    await(() -> watches(otherPort));

    assertEquals(TERMINALS * REPORTS * 2, kept());
    monitor("again", onePort);
    await(() -> watches(onePort));
  }

  private Process artemis(String role, int port) throws IOException {
    return programs.java(
        role,
        System.getProperty("java.class.path"),
        ArtemisServer.class.getName(),
        role,
        Integer.toString(port),
        folder.resolve("store").toString());
  }

  private Process monitor(String name, int port) throws IOException {
    BrokerAddress.Server other = broker.others().getFirst();
    Path config = folder.resolve(name + ".yaml");
    Files.writeString(
        config,
        """
        name: %s
        group: walls
        database: {url: "%s", user: %s}
        listen: {host: 127.0.0.1, port: %d}
        broker: {host: 127.0.0.1, port: %d, others: [{host: 127.0.0.1, port: %d}]}
        """
            .formatted(name, database.url(), Postgres.USER, port, broker.port(), other.port()));
    return programs.java(
        name, MONITOR + "/*", "yibao.hall.app.Main", "serve", "--config", config.toString());
  }

  /** Terminals send again what was not taken, as they do, until monitors took so many. */
  private void awaitTaken(long wanted, long reports) throws Exception {
    await(
        () -> {
          terminals.forEach(terminal -> terminal.send(reports));
          TimeUnit.MILLISECONDS.sleep(200);
          return terminals.stream().mapToInt(LoadingTerminal::taken).sum() >= wanted;
        });
  }

  /** Whether this wall hears its broker and every terminal. */
  private boolean watches(int port) throws Exception {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/hall")).build(),
            HttpResponse.BodyHandlers.ofString());
    JsonNode wall = json.readTree(answer.body());
    return wall.path("broker").asBoolean()
        && wall.path("terminals").size() == TERMINALS
        && wall.findValuesAsText("condition").stream().allMatch("ok"::equalsIgnoreCase);
  }

  private long kept() throws Exception {
    try (Connection connection = DriverManager.getConnection(database.url(), Postgres.USER, "");
        ResultSet count =
            connection.createStatement().executeQuery("SELECT count(*) FROM report")) {
      assertTrue(count.next());
      return count.getLong(1);
    }
  }

  private boolean listens(int port) {
    try (var socket = new java.net.Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static void await(Callable<Boolean> until) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Optional<IOException> last = Optional.empty();
    while (System.nanoTime() < end) {
      try {
        if (until.call()) {
          return;
        }
      } catch (IOException notYet) {
        last = Optional.of(notYet);
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new IllegalStateException("it never came so far", last.orElse(null));
  }
}
