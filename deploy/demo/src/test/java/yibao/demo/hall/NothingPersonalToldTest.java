package yibao.demo.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import yibao.accounts.Accounts;
import yibao.accounts.Role;
import yibao.demo.bench.Visit;
import yibao.demo.chaos.Canaries;
import yibao.hall.app.Hall;
import yibao.hall.app.HallConfig;
import yibao.sandbox.people.People;
import yibao.telemetry.BrokerAddress;

/**
 * Invented people do their business at a terminal with everything that can go wrong, while
 * strangers write down all that is sent to the hall and all that the hall shows: nothing of anybody
 * is in it.
 */
@Timeout(600)
class NothingPersonalToldTest {
  private static final String REGION = "qinghai";
  private static final String TERMINAL = "T-01";

  /** Relocation of an employee, the filing that {@link Visit} types an address and a phone for. */
  private static final int FILING = 15;

  private static final String TYPED_ADDRESS = "示例路一号院二栋";
  private static final String TYPED_PHONE = "13900001111";
  private static final long PATIENCE_SECONDS = 120;

  /** As GB 11643 has it, old and new, and a mobile phone's number. */
  private static final List<Pattern> NUMBERS =
      List.of(
          Pattern.compile(
              "(?<!\\w)[1-9]\\d{5}(19|20)\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx](?!\\w)"),
          Pattern.compile(
              "(?<!\\w)[1-9]\\d{5}\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\d{3}(?!\\w)"),
          Pattern.compile("(?<!\\w)1[3-9]\\d{9}(?!\\w)"));

  @TempDir Path folder;

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private HallCertificates certificates;
  private Mosquitto broker;
  private Hall hall;
  private int metrics;
  private Process listener;
  private Process terminal;
  private URI address;

  @BeforeEach
  void open() throws Exception {
    Optional<Path> program = Mosquitto.program();
    assumeTrue(program.isPresent(), "mosquitto is installed by deploy/kiosk test");
    certificates = HallCertificates.in(folder);
    broker = Mosquitto.start(folder, HallRun.HALL, freePort(), program.get(), certificates);
    broker.kill();
    Files.writeString(
        folder.resolve("mosquitto.acl"),
        "\nuser stranger\ntopic read #\n",
        StandardOpenOption.APPEND);
    broker.run();
    certificates.orderKey();
    metrics = freePort();
    hall = monitor();
    Files.createDirectory(told());
    listener = listener();
    Thread.ofVirtual().start(this::watchTheWall);
    certificates.issue(TERMINAL);
    terminal = terminal();
    address = ready();
  }

  @AfterEach
  void close() throws Exception {
    if (hall != null) {
      Stream.of(terminal, listener).filter(it -> it != null).forEach(Process::destroy);
      if (terminal != null && !terminal.waitFor(30, TimeUnit.SECONDS)) {
        terminal.destroyForcibly().waitFor();
      }
      hall.close();
      broker.close();
    }
  }

  @Test
  void nothing_of_anybody_is_in_what_is_sent_to_the_hall_or_shown_there() throws Exception {
    new Visit(address, address, "qh-employee").rating(1).carryOut(FILING);
    sim("platform", "{\"mode\":\"down\"}");
    visitThatDoesNotEnd("qh-flexible");
    call("POST", "api/help", "");
    awaitAlarm("help-call");
    sim("platform", "{\"mode\":\"normal\"}");
    leave();
    sim("printer", "{\"paper\":\"out\"}");
    visitThatDoesNotEnd("qh-long-name");
    awaitAlarm("paper-out");
    leave();
    sim("scan", "{\"text\":\"" + people().getFirst().card().number() + "\"}");
    sim("device/id-card", "{\"link\":\"down\"}");
    awaitAlarm("device");
    pullTheLog();
    // What lies on its disk a terminal looks at once a minute; an order would be too old by then.
    sim("clock", "{\"advance\":\"PT2M\"}");
    await(() -> everythingTold().contains("\"dueOn\":"));
    readWhatTheHallShows();

    String all = everythingTold();
    for (String word : List.of("visitEnded", "\"help\":", "paper-out", "\"text\":", "yibao_")) {
      assertTrue(all.contains(word), "this was told as well: " + word);
    }
    assertEquals(List.of(), found());
  }

  @Test
  void a_name_or_a_number_that_was_told_is_found() throws Exception {
    String name = people().getFirst().card().name();
    String number = people().getFirst().card().number();
    publish("{\"kind\":\"state\",\"hallName\":\"" + name + "\"}");
    publish("{\"kind\":\"state\",\"hallName\":\"110105194912310021\"}");
    await(() -> everythingTold().contains("110105194912310021"));
    assertTrue(found().stream().anyMatch(it -> it.contains(name)), () -> found().toString());
    assertTrue(found().stream().anyMatch(it -> it.contains("110105194912310021")));
    assertFalse(found().stream().anyMatch(it -> it.contains(number)));
  }

  private Path told() {
    return folder.resolve("told");
  }

  private static List<yibao.sandbox.people.SandboxPerson> people() throws IOException {
    return People.embedded().all().stream().filter(it -> it.region().equals(REGION)).toList();
  }

  private String everythingTold() {
    try (Stream<Path> files = Files.list(told())) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.toList()) {
        all.append(Files.readString(file)).append('\n');
      }
      return all.toString();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<String> found() {
    try {
      List<String> found =
          new ArrayList<>(new Canaries(people(), TYPED_ADDRESS, TYPED_PHONE).findIn(told()));
      String all = everythingTold();
      NUMBERS.forEach(
          pattern -> pattern.matcher(all).results().forEach(it -> found.add(it.group())));
      return found;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void visitThatDoesNotEnd(String person) {
    assertThrows(IOException.class, () -> new Visit(address, address, person).carryOut(FILING));
  }

  /** Whoever was there goes and takes the card along. */
  private void leave() throws Exception {
    call("DELETE", "sim/id-card", "");
    call("DELETE", "api/journey", "");
  }

  private void pullTheLog() throws Exception {
    URI wall = URI.create("http://127.0.0.1:" + hall.port() + "/api/hall/");
    String token =
        json.readTree(
                send(
                    wall.resolve("sign-in"),
                    "POST",
                    "{\"number\":\"2001\",\"password\":\"correct horse\"}",
                    ""))
            .path("token")
            .asText();
    URI of = wall.resolve("terminals/" + HallRun.HALL + "/" + TERMINAL + "/");
    String number =
        json.readTree(send(of.resolve("orders/log"), "POST", "{}", token)).path("number").asText();
    await(
        () -> {
          String log = send(of.resolve("logs/" + number), "GET", "", token);
          keep("log", log);
          return log.contains("\"text\"");
        });
  }

  /** Every page that needs no account, and the metrics. */
  private void readWhatTheHallShows() throws Exception {
    URI wall = URI.create("http://127.0.0.1:" + hall.port() + "/api/hall/");
    String of = "terminals/" + HallRun.HALL + "/" + TERMINAL + "/";
    for (String page :
        List.of(
            "../hall",
            "alarms.csv",
            "figures",
            "figures.csv",
            "alarms",
            "paper",
            "paper.csv",
            "availability.csv",
            of + "reports",
            of + "orders",
            of + "availability")) {
      String shown = send(wall.resolve(page), "GET", "", "");
      assertFalse(shown.isEmpty(), page);
      keep(page.replaceAll("\\W", "_"), shown);
    }
    keep("metrics", send(URI.create("http://127.0.0.1:" + metrics + "/metrics"), "GET", "", ""));
  }

  private void awaitAlarm(String code) throws Exception {
    await(
        () ->
            send(URI.create("http://127.0.0.1:" + hall.port() + "/api/hall"), "GET", "", "")
                .contains("\"" + code + "\""));
  }

  private void keep(String name, String what) {
    try {
      Files.writeString(told().resolve(name), what);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void watchTheWall() {
    try {
      http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hall.port() + "/api/hall/events"))
              .build(),
          BodyHandlers.ofFile(told().resolve("wall")));
    } catch (IOException ended) {
      // The hall is closed at the end of the test.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sim(String what, String condition) throws Exception {
    call("POST", "sim/" + what, condition);
  }

  private String call(String method, String path, String body) {
    return send(address.resolve(path), method, body, "");
  }

  private String send(URI where, String method, String body, String token) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(where)
              .timeout(Duration.ofSeconds(30))
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(body));
      if (!token.isEmpty()) {
        request.header("Authorization", "Bearer " + token);
      }
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return response.statusCode() < 500 ? response.body() : "";
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void publish(String payload) throws Exception {
    Process client =
        mosquitto(
            "T-02",
            ProcessBuilder.Redirect.DISCARD,
            "mosquitto_pub",
            "-q",
            "1",
            "-t",
            "yibao/" + HallRun.HALL + "/T-02/state",
            "-m",
            payload);
    assertTrue(client.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
    assertEquals(0, client.exitValue());
  }

  private Process listener() throws Exception {
    Path file = told().resolve("broker");
    Process started =
        mosquitto(
            "stranger",
            ProcessBuilder.Redirect.to(file.toFile()),
            "mosquitto_sub",
            "-q",
            "1",
            "-v",
            "-t",
            "#");
    certificates.issue("T-02");
    // What it hears first shows that it listens.
    await(
        () -> {
          try {
            publish("{}");
            return Files.size(file) > 0;
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
    return started;
  }

  private Process mosquitto(String name, ProcessBuilder.Redirect to, String... words)
      throws IOException {
    BrokerAddress.Tls tls = certificates.issue(name);
    List<String> command = new ArrayList<>(List.of(words));
    command.addAll(List.of("-h", "127.0.0.1", "-p", Integer.toString(broker.port())));
    command.addAll(List.of("--cafile", tls.authority().toString()));
    command.addAll(List.of("--cert", tls.certificate().toString()));
    command.addAll(List.of("--key", tls.key().toString()));
    return new ProcessBuilder(command)
        .redirectOutput(to)
        .redirectError(folder.resolve("client.log").toFile())
        .start();
  }

  private Process terminal() throws IOException {
    Path deploy = Path.of("..").toAbsolutePath().normalize();
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + deploy.resolve("jvm.options"),
            "-Dyibao.regions=" + deploy.resolve("regions"),
            "-Dyibao.deploy=" + deploy,
            "-cp",
            System.getProperty("java.class.path"),
            "yibao.demo.Main",
            "run",
            "--region",
            REGION,
            "--port",
            "0",
            "--data",
            folder.resolve("data").toString(),
            "--terminal",
            TERMINAL,
            "--broker-port",
            Integer.toString(broker.port()),
            "--broker-keys",
            folder.toString())
        .redirectError(folder.resolve("terminal.log").toFile())
        .start();
  }

  private URI ready() throws IOException {
    BufferedReader said = terminal.inputReader(StandardCharsets.UTF_8);
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith("ready ")) {
        Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
        return URI.create(line.substring("ready ".length()));
      }
    }
    throw new IOException(
        "the terminal ended: " + Files.readString(folder.resolve("terminal.log")));
  }

  private Hall monitor() throws Exception {
    BrokerAddress.Tls tls = certificates.issue(Mosquitto.MONITOR);
    Path accounts = folder.resolve("accounts");
    Accounts.add(accounts, "2001", Role.TECHNICIAN, "correct horse");
    return Hall.start(
        new HallConfig(
            "monitor",
            Optional.empty(),
            Optional.of(folder.resolve("monitor")),
            Optional.empty(),
            Optional.of(accounts),
            Optional.of(folder.resolve("orders.key")),
            Optional.empty(),
            new HallConfig.Listen("127.0.0.1", 0, Optional.empty(), Optional.empty()),
            Optional.of(metrics),
            new HallConfig.Broker(
                "127.0.0.1",
                broker.port(),
                Optional.empty(),
                Optional.of(tls.authority()),
                Optional.of(tls.certificate()),
                Optional.of(tls.key()))),
        InstantSource.system());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(Condition condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.holds()) {
      assertTrue(System.nanoTime() < end, "it did not come to pass");
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }
}
