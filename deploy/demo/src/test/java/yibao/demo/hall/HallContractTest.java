package yibao.demo.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.accounts.Accounts;
import yibao.accounts.Role;
import yibao.hall.app.Hall;
import yibao.hall.app.HallConfig;
import yibao.telemetry.BrokerAddress;
import yibao.telemetry.BrokerLine;
import yibao.telemetry.DefaultsSeal;
import yibao.telemetry.HallDefaults;
import yibao.telemetry.Happening;
import yibao.telemetry.Message;
import yibao.telemetry.MessageCodec;
import yibao.telemetry.Order;
import yibao.telemetry.OrderSeal;
import yibao.telemetry.Topics;
import yibao.telemetry.Topics.Channel;

/** Monitor and terminals' lines on a real Mosquitto with TLS and its list of who may do what. */
class HallContractTest {
  private static final String SOURCE = "0123456789abcdef";
  private static final Duration SECONDS = Duration.ofSeconds(20);
  private static final Topics T1 = new Topics(HallRun.HALL, "T-01");
  private static final Topics T2 = new Topics(HallRun.HALL, "T-02");

  @TempDir Path folder;

  private final MessageCodec codec = MessageCodec.strict();
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private Vertx vertx;
  private HallCertificates certificates;
  private Mosquitto broker;
  private Hall hall;

  @BeforeEach
  void open() throws Exception {
    Optional<Path> program = Mosquitto.program();
    assumeTrue(program.isPresent(), "mosquitto is installed by deploy/kiosk test");
    vertx = Vertx.vertx();
    certificates = HallCertificates.in(folder);
    broker = Mosquitto.start(folder, HallRun.HALL, freePort(), program.get(), certificates);
    certificates.orderKey();
    hall = monitor();
  }

  @AfterEach
  void close() {
    if (hall != null) {
      hall.close();
      broker.close();
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  @Test
  void a_terminal_whose_process_ends_is_offline_within_seconds() throws Exception {
    BrokerAddress.Tls tls = certificates.issue("T-01");
    Process terminal =
        mosquitto(
            tls,
            List.of(
                "mosquitto_sub",
                "-i",
                "T-01",
                "-t",
                T1.topic(Channel.TAKEN),
                "--will-topic",
                T1.topic(Channel.STATE),
                "--will-payload",
                text(new Message.Gone(1, Message.Gone.Why.lost)),
                "--will-retain",
                "--will-qos",
                "1"));
    publish(tls, "mqttv5");
    awaitCondition(T1, "ok");
    terminal.destroyForcibly();
    awaitCondition(T1, "offline");
  }

  @Test
  void what_the_monitor_took_stays_taken_through_a_kill_of_the_broker_and_of_the_monitor()
      throws Exception {
    try (Sender terminal = new Sender(T1, "T-01")) {
      terminal.report(1);
      await(() -> terminal.taken.contains(1L));
      broker.kill();
      terminal.awaitThere(false);
      broker.run();
      terminal.awaitThere(true);
      // Sent until taken, as a terminal does: the monitor comes back in its own time.
      await(() -> terminal.sent(2) && terminal.taken.contains(2L));
      hall.close();
      hall = monitor();
      await(() -> terminal.sent(3) && terminal.taken.contains(3L));
      assertEquals(Set.of(1L, 2L, 3L), new HashSet<>(kept(T1)));
    }
  }

  @Test
  void a_terminal_cannot_speak_for_another_nor_tell_anybody_anything() throws Exception {
    try (Sender terminal = new Sender(T1, "T-01");
        Sender victim = new Sender(T2, "T-02")) {
      victim.say(Channel.STATE, state(), true);
      awaitCondition(T2, "ok");
      terminal.sayAs(T2, Channel.STATE, new Message.Gone(1, Message.Gone.Why.lost));
      terminal.sayAs(T2, Channel.TAKEN, new Message.Taken(1, SOURCE, List.of(77L)));
      terminal.say(Channel.STATE, state(), true);
      awaitCondition(T1, "ok");
      assertEquals("ok", condition(T2).orElseThrow());
      assertFalse(victim.taken.contains(77L));
    }
  }

  @Test
  void without_a_certificate_of_the_hall_nobody_connects() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    BrokerAddress.Tls forged = HallCertificates.in(elsewhere).issue("T-01");
    BrokerAddress.Tls mixed =
        new BrokerAddress.Tls(certificates.authority(), forged.certificate(), forged.key());
    try (Sender stranger = new Sender(T1, "stranger", mixed);
        Sender terminal = new Sender(T1, "T-01")) {
      terminal.awaitThere(true);
      assertFalse(stranger.there);
    }
  }

  @Test
  void what_is_malformed_or_oversize_is_counted_and_changes_nothing() throws Exception {
    try (Sender terminal = new Sender(T1, "T-01")) {
      terminal.say(Channel.STATE, state(), true);
      awaitCondition(T1, "ok");
      terminal.raw(Channel.STATE, "{\"kind\":\"state\"}".getBytes(StandardCharsets.UTF_8));
      terminal.raw(Channel.REPORT, codec.write(state()));
      terminal.raw(Channel.REPORT, new byte[40_000]);
      await(
          () ->
              wall().path("ignored").path("malformed").asInt() == 2
                  && wall().path("ignored").path("oversize").asInt() == 1);
      assertEquals("ok", condition(T1).orElseThrow());
    }
  }

  @Test
  void the_halls_defaults_reach_each_terminal_signed_also_one_that_was_off() throws Exception {
    PublicKey known = OrderSeal.publicKey(folder.resolve("orders.pub"));
    try (Sender terminal = new Sender(T1, "T-01")) {
      terminal.say(Channel.STATE, state(), true);
      await(() -> !terminal.defaults.isEmpty());
      HallDefaults none = DefaultsSeal.open(terminal.defaults.getFirst(), known).orElseThrow();
      assertEquals("", none.text(), "there is no file yet");
    }
    Files.writeString(folder.resolve("defaults.yaml"), "access: {large: true, voice: false}\n");
    hall.close();
    hall = monitor();
    try (Sender back = new Sender(T1, "T-01");
        Sender other = new Sender(T2, "T-02")) {
      other.say(Channel.STATE, state(), true);
      for (Sender terminal : List.of(back, other)) {
        await(
            () ->
                terminal.defaults.stream()
                    .map(it -> DefaultsSeal.open(it, known).orElseThrow())
                    .anyMatch(it -> it.text().startsWith("access:")));
      }
      back.sayAs(
          T2, Channel.DEFAULTS, DefaultsSeal.seal(new HallDefaults("demo", 1, "x"), forger()));
      back.say(
          Channel.REPORT,
          new Message.Report(
              1,
              SOURCE,
              1,
              Instant.parse("2026-03-02T04:00:00Z"),
              new Happening.DefaultsAnswered(9, Happening.DefaultsAnswered.Outcome.refused)),
          false);
      await(() -> get("/api/hall/alarms").toString().contains("defaults-refused"));
      assertTrue(
          other.defaults.stream().allMatch(it -> DefaultsSeal.open(it, known).isPresent()),
          "the broker lets no terminal say what holds at another");
    }
  }

  private static PrivateKey forger() throws GeneralSecurityException {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
  }

  @Test
  void an_order_reaches_its_terminal_alone_signed_and_its_answer_reaches_the_wall()
      throws Exception {
    PublicKey known = OrderSeal.publicKey(folder.resolve("orders.pub"));
    try (Sender terminal = new Sender(T1, "T-01");
        Sender other = new Sender(T2, "T-02")) {
      terminal.say(Channel.STATE, state(), true);
      awaitCondition(T1, "ok");
      String token = signIn("1001", "correct horse");
      assertEquals(202, post("/api/hall/terminals/demo/T-01/orders/reopen", token));
      await(() -> !terminal.commands.isEmpty());
      Order order = OrderSeal.open(terminal.commands.getFirst(), known).orElseThrow();
      assertEquals(T1, order.to());
      assertEquals("1001", order.by());
      terminal.say(
          Channel.REPORT,
          new Message.Report(
              1,
              SOURCE,
              1,
              Instant.parse("2026-03-02T04:00:00Z"),
              new Happening.OrderAnswered(
                  order.number(), Happening.OrderAnswered.Outcome.done, Optional.empty())),
          false);
      await(() -> outcome(T1).equals("done"));
      assertTrue(other.commands.isEmpty());
    }
  }

  @Test
  void whoever_calls_for_staff_is_told_who_is_coming() throws Exception {
    PublicKey known = OrderSeal.publicKey(folder.resolve("orders.pub"));
    try (Sender terminal = new Sender(T1, "T-01")) {
      terminal.say(Channel.STATE, calling(), true);
      await(() -> wall().path("alarms").path(0).path("code").asText().equals("help-call"));
      String token = signIn("1001", "correct horse");
      int id = wall().path("alarms").path(0).path("id").asInt();
      assertEquals(200, post("/api/hall/alarms/" + id + "/acknowledge", token));
      await(() -> !terminal.commands.isEmpty());
      assertEquals(
          new Order.HelpComing("1001"),
          OrderSeal.open(terminal.commands.getFirst(), known).orElseThrow().what());
      terminal.say(Channel.STATE, state(), true);
      await(() -> wall().path("alarms").isEmpty());
    }
  }

  @Test
  void a_terminal_cannot_give_orders_itself() throws Exception {
    try (Sender terminal = new Sender(T1, "T-01");
        Sender victim = new Sender(T2, "T-02")) {
      victim.awaitThere(true);
      terminal.sayAs(T2, Channel.COMMAND, new Message.Command(1, "e30=", "A".repeat(86) + "=="));
      // Heard in order: what came before the state came before this.
      victim.say(Channel.STATE, state(), true);
      awaitCondition(T2, "ok");
      String token = signIn("1001", "correct horse");
      assertEquals(202, post("/api/hall/terminals/demo/T-02/orders/reopen", token));
      await(() -> !victim.commands.isEmpty());
      assertEquals(1, victim.commands.size());
      assertFalse(victim.commands.getFirst().order().equals("e30="));
    }
  }

  @Test
  void a_client_of_mqtt_3_1_1_is_heard_as_well() throws Exception {
    publish(certificates.issue("T-01"), "mqttv311");
    awaitCondition(T1, "ok");
  }

  /** A terminal's state from a client that is not ours. */
  private void publish(BrokerAddress.Tls tls, String version) throws Exception {
    Process client =
        mosquitto(
            tls,
            List.of(
                "mosquitto_pub",
                "-V",
                version,
                "-q",
                "1",
                "-r",
                "-t",
                T1.topic(Channel.STATE),
                "-m",
                text(state())));
    assertTrue(client.waitFor(10, TimeUnit.SECONDS));
    assertEquals(0, client.exitValue());
  }

  private Process mosquitto(BrokerAddress.Tls tls, List<String> words) throws IOException {
    List<String> command = new ArrayList<>(words);
    command.addAll(List.of("-h", "127.0.0.1", "-p", Integer.toString(broker.port())));
    command.addAll(List.of("--cafile", tls.authority().toString()));
    command.addAll(List.of("--cert", tls.certificate().toString()));
    command.addAll(List.of("--key", tls.key().toString()));
    return new ProcessBuilder(command).inheritIO().start();
  }

  private String text(Message message) {
    return new String(codec.write(message), StandardCharsets.UTF_8);
  }

  private Hall monitor() throws Exception {
    BrokerAddress.Tls tls = certificates.issue(Mosquitto.MONITOR);
    Path accounts = folder.resolve("accounts");
    Accounts.add(accounts, "1001", Role.STAFF, "correct horse");
    return Hall.start(
        new HallConfig(
            "monitor",
            Optional.empty(),
            Optional.of(folder.resolve("monitor")),
            Optional.empty(),
            Optional.of(accounts),
            Optional.of(folder.resolve("orders.key")),
            Optional.of(folder.resolve("defaults.yaml")),
            new HallConfig.Listen("127.0.0.1", 0, Optional.empty(), Optional.empty()),
            Optional.empty(),
            new HallConfig.Broker(
                "127.0.0.1",
                broker.port(),
                Optional.empty(),
                Optional.of(tls.authority()),
                Optional.of(tls.certificate()),
                Optional.of(tls.key()))),
        InstantSource.system());
  }

  private static Message.State state() {
    Instant now = Instant.parse("2026-03-02T04:00:00Z");
    return new Message.State(
        1,
        now,
        now,
        "示例大厅",
        "qinghai",
        "0.1.0",
        false,
        Optional.empty(),
        Optional.empty(),
        List.of(
            new Message.Device(
                "id-card", "online", Optional.empty(), Optional.empty(), Optional.empty(), now)),
        new Message.FilingCounts(0, 0),
        List.of(),
        List.of(),
        0);
  }

  private static Message.State calling() {
    Message.State quiet = state();
    return new Message.State(
        1,
        quiet.sentAt(),
        quiet.startedAt(),
        quiet.hallName(),
        quiet.region(),
        quiet.software(),
        true,
        Optional.empty(),
        Optional.of(new Message.Help(quiet.sentAt(), Optional.empty())),
        quiet.devices(),
        quiet.filings(),
        quiet.ratings(),
        quiet.concerns(),
        0);
  }

  private JsonNode wall() {
    return get("/api/hall");
  }

  private List<Long> kept(Topics of) {
    return get("/api/hall/terminals/" + of.hall() + "/" + of.terminal() + "/reports")
        .findValues("differences")
        .stream()
        .map(JsonNode::asLong)
        .toList();
  }

  private JsonNode get(String path) {
    try {
      return json.readTree(
          http.send(
                  HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hall.port() + path))
                      .build(),
                  HttpResponse.BodyHandlers.ofString())
              .body());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String outcome(Topics of) {
    return get("/api/hall/terminals/" + of.hall() + "/" + of.terminal() + "/orders")
        .path(0)
        .path("outcome")
        .asText("");
  }

  private String signIn(String number, String password) throws Exception {
    return json.readTree(
            send(
                    "/api/hall/sign-in",
                    "{\"number\":\"%s\",\"password\":\"%s\"}".formatted(number, password),
                    "")
                .body())
        .path("token")
        .asText();
  }

  private int post(String path, String token) throws Exception {
    return send(path, "{}", token).statusCode();
  }

  private HttpResponse<String> send(String path, String body, String token) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hall.port() + path))
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private Optional<String> condition(Topics of) {
    for (JsonNode terminal : wall().path("terminals")) {
      if (terminal.path("terminal").asText().equals(of.terminal())) {
        return Optional.of(terminal.path("condition").asText());
      }
    }
    return Optional.empty();
  }

  private void awaitCondition(Topics of, String wanted) throws InterruptedException {
    await(() -> condition(of).filter(Predicate.isEqual(wanted)).isPresent());
  }

  private interface Hope {
    boolean come();
  }

  private static void await(Hope hope) throws InterruptedException {
    long end = System.nanoTime() + SECONDS.toNanos();
    while (!hope.come()) {
      assertTrue(System.nanoTime() < end, "it did not come in time");
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** A terminal's line, without a terminal. */
  private final class Sender implements AutoCloseable, BrokerLine.Listener {
    private final List<Message.Defaults> defaults = new CopyOnWriteArrayList<>();
    private final Set<Long> taken = ConcurrentHashMap.newKeySet();
    private final List<Message.Command> commands = new CopyOnWriteArrayList<>();
    private final Topics topics;
    private final BrokerLine line;
    private volatile boolean there;

    Sender(Topics topics, String name) throws IOException {
      this(topics, name, certificates.issue(name));
    }

    Sender(Topics topics, String name, BrokerAddress.Tls tls) {
      this.topics = topics;
      this.line =
          BrokerLine.open(
              vertx,
              new BrokerAddress("127.0.0.1", broker.port(), Optional.of(tls)),
              new BrokerLine.Client(
                  name,
                  List.of(
                      topics.topic(Channel.TAKEN),
                      topics.topic(Channel.COMMAND),
                      topics.topic(Channel.DEFAULTS)),
                  Optional.of(
                      new BrokerLine.Publication(
                          topics.topic(Channel.STATE),
                          codec.write(new Message.Gone(1, Message.Gone.Why.lost)),
                          true))),
              this);
    }

    void awaitThere(boolean wanted) throws InterruptedException {
      await(() -> there == wanted);
    }

    void report(long number) throws InterruptedException {
      awaitThere(true);
      assertTrue(sent(number));
    }

    /** Sends once more; true, so that it can stand in a hope. */
    boolean sent(long number) {
      publish(
          topics,
          Channel.REPORT,
          codec.write(
              new Message.Report(
                  1,
                  SOURCE,
                  number,
                  Instant.parse("2026-03-02T04:00:00Z"),
                  new Happening.DayDiffers(java.time.LocalDate.of(2026, 3, 1), (int) number))),
          false);
      return true;
    }

    void say(Channel channel, Message what, boolean retained) throws InterruptedException {
      awaitThere(true);
      publish(topics, channel, codec.write(what), retained);
    }

    void sayAs(Topics victim, Channel channel, Message what) throws InterruptedException {
      awaitThere(true);
      publish(victim, channel, codec.write(what), false);
    }

    void raw(Channel channel, byte[] payload) throws InterruptedException {
      awaitThere(true);
      publish(topics, channel, payload, false);
    }

    private void publish(Topics to, Channel channel, byte[] payload, boolean retained) {
      line.publish(new BrokerLine.Publication(to.topic(channel), payload, retained))
          .exceptionally(_ -> null);
    }

    @Override
    public void connected() {
      there = true;
    }

    @Override
    public void disconnected() {
      there = false;
    }

    @Override
    public void arrived(String topic, byte[] payload) {
      if (codec.read(payload) instanceof MessageCodec.Read.Understood(Message.Taken message)) {
        taken.addAll(message.numbers());
      } else if (codec.read(payload)
          instanceof MessageCodec.Read.Understood(Message.Command command)) {
        commands.add(command);
      } else if (codec.read(payload) instanceof MessageCodec.Read.Understood(Message.Defaults it)) {
        defaults.add(it);
      }
    }

    @Override
    public void close() {
      line.close();
    }
  }
}
