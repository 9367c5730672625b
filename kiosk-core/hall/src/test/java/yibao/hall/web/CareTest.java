package yibao.hall.web;

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
import java.security.KeyPairGenerator;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.accounts.Accounts;
import yibao.accounts.Role;
import yibao.hall.Told;
import yibao.hall.accounts.Door;
import yibao.hall.accounts.Lockouts;
import yibao.hall.broker.Hearing;
import yibao.hall.store.HallStore;
import yibao.hall.store.StorePlace;
import yibao.hall.watch.OrderDesk;
import yibao.hall.watch.Watch;
import yibao.telemetry.Happening;
import yibao.telemetry.Message;
import yibao.telemetry.Topics;

/** Work orders, availability, paper, tables and pulled logs, over HTTP. */
class CareTest {
  private static final Topics TERMINAL = new Topics("xining-01", "T-07");
  private static final String FAULT =
      "{\"hall\":\"xining-01\",\"terminal\":\"T-07\","
          + "\"device\":\"printer\",\"alarm\":3,\"fault\":\"%s\"}";

  @TempDir Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final Vertx vertx = Vertx.vertx();
  private String token;
  private Watch watch;
  private HallServer server;

  @BeforeEach
  void open() throws Exception {
    Path file = folder.resolve("accounts");
    Accounts.add(file, "1001", Role.TECHNICIAN, "a long password");
    InstantSource clock = InstantSource.fixed(Told.NOON);
    Door door = new Door(Accounts.read(file), new Unlocked(), clock);
    token = ((Door.Knock.Open) door.knock("1001", "a long password")).token();
    watch = new Watch(HallStore.open(new StorePlace.InFile(folder)), clock, (_, _) -> {});
    watch.start();
    watch.heard(TERMINAL, Told.state(Told.printer("online", "full")));
    server =
        HallServer.start(
            vertx,
            new HallServer.Place("127.0.0.1", 0, Optional.empty()),
            new HallServer.Content(
                watch,
                new OrderDesk(
                    watch,
                    (_, _) -> {},
                    Optional.of(
                        KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate())),
                () -> new Hearing.Ignored(0, 0, 0),
                door,
                clock));
  }

  @AfterEach
  void close() {
    http.shutdownNow();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    watch.close();
  }

  @Test
  void a_hall_looks_at_its_own_terminals_alone() throws Exception {
    watch.heard(new Topics("haidong-02", "T-01"), Told.state(Told.device("id-card", "noDevice")));
    watch.ask(_ -> true).get();
    JsonNode own = get("?hall=haidong-02");
    assertEquals("haidong-02", own.path("terminals").path(0).path("hall").asText());
    assertEquals(1, own.path("terminals").size());
    assertEquals(2, own.path("alarms").size());
    assertEquals(1, get("?hall=xining-01").path("terminals").size());
    assertEquals(1, get("?hall=xining-01").path("alarms").size());
    assertEquals(2, get("").path("terminals").size());
    assertEquals(3, get("").path("alarms").size());
  }

  @Test
  void a_work_order_is_opened_given_to_somebody_and_closed_with_what_was_done() throws Exception {
    JsonNode opened = json.readTree(post("work-orders", FAULT.formatted("打印机卡纸，取出后还是不走纸")).body());
    String number = opened.path("number").asText();
    assertTrue(number.matches("GZ[0-9]{17}"), number);
    assertEquals("1001", opened.path("openedBy").asText());
    assertEquals(1, get("").path("workOrders").asInt());

    post("work-orders/" + number + "/assign", "{\"owner\":\"2002\",\"dueOn\":\"2026-03-05\"}");
    JsonNode closed =
        json.readTree(post("work-orders/" + number + "/close", "{\"done\":\"换了走纸胶辊\"}").body());
    assertEquals("2002", closed.path("owner").asText());
    assertEquals("2026-03-05", closed.path("dueOn").asText());
    assertEquals("换了走纸胶辊", closed.path("done").asText());
    assertEquals("1001", closed.path("closedBy").asText());
    assertEquals(0, get("").path("workOrders").asInt());
    assertEquals(404, post("work-orders/" + number + "/close", "{\"done\":\"再结一次\"}").statusCode());
    assertEquals(
        List.of("work-order.closed", "work-order.assigned", "work-order.opened"),
        watch.ask(it -> it.deeds().latest(5)).get().stream().map(it -> it.what()).toList());
    assertTrue(text("work-orders.csv").contains("换了走纸胶辊"));
  }

  @Test
  void two_work_orders_of_one_moment_have_two_numbers() throws Exception {
    post("work-orders", FAULT.formatted("打印机卡纸，取出后还是不走纸"));
    post("work-orders", FAULT.formatted("打印机卡纸，取出后还是不走纸"));
    assertEquals(2, get("work-orders").size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"太短", "有人打电话来说坏了，电话 13900000000", "办 63010219900307101X 的时候坏了，请看一下"})
  void a_fault_says_enough_and_nobodys_number(String fault) throws Exception {
    assertEquals(400, post("work-orders", FAULT.formatted(fault)).statusCode());
    assertEquals(0, get("work-orders").size());
  }

  @Test
  void a_table_holds_no_formula() throws Exception {
    post("work-orders", FAULT.formatted("=HYPERLINK(\\\"http://x\\\") 这样写的"));
    assertTrue(text("work-orders.csv").contains("\"'=HYPERLINK(\"\"http://x\"\") 这样写的\""));
  }

  @Test
  void availability_and_paper_are_told_as_figures_and_as_tables() throws Exception {
    report(1, new Happening.Counted(Told.NOON, Told.NOON, counts()));
    JsonNode days = get("terminals/xining-01/T-07/availability");
    assertEquals("2026-03-02", days.path(0).path("day").asText());
    assertEquals("printer", days.path(1).path("device").asText());
    assertTrue(text("availability.csv").contains("xining-01,T-07,printer"));
    JsonNode paper = get("paper").path(0);
    assertEquals(5, paper.path("printed").asInt());
    assertFalse(paper.has("lowAt"));
    assertTrue(text("paper.csv").contains("printer,full,5"));
    assertTrue(text("alarms.csv").startsWith("\uFEFF编号,"));
  }

  @Test
  void a_terminal_is_measured_from_when_it_was_heard_first_and_not_before() throws Exception {
    assertEquals(
        Set.of("2026-03-02"),
        Set.copyOf(get("terminals/xining-01/T-07/availability").findValuesAsText("day")));
  }

  @Test
  void a_log_is_told_to_whoever_may_read_it_and_stands_in_no_open_list() throws Exception {
    long order =
        json.readTree(post("terminals/xining-01/T-07/orders/log", "{}").body())
            .path("number")
            .asLong();
    report(
        1,
        new Happening.LogPulled(
            order, List.of(new Happening.LogLine(Told.NOON, "warning", "Reporter", "no {0}"))));

    JsonNode log = get("terminals/xining-01/T-07/logs/" + order);
    assertEquals("no {0}", log.path("lines").path(0).path("text").asText());
    assertFalse(text("terminals/xining-01/T-07/reports").contains("no {0}"));
    token = "";
    assertEquals(401, ask("GET", "terminals/xining-01/T-07/logs/" + order, "").statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"volume {\"percent\":101}", "volume {}", "notice {\"text\":\" \"}"})
  void an_order_that_cannot_be_carried_out_is_not_given(String order) throws Exception {
    String[] words = order.split(" ", 2);
    assertEquals(400, post("terminals/xining-01/T-07/orders/" + words[0], words[1]).statusCode());
  }

  private void report(long number, Happening what) throws Exception {
    watch.heard(TERMINAL, new Message.Report(1, "0123456789abcdef", number, Told.NOON, what));
    watch.ask(_ -> true).get();
  }

  private static TreeMap<String, Long> counts() {
    return new TreeMap<>(Map.of("receipt.printed", 5L));
  }

  private JsonNode get(String path) throws Exception {
    return json.readTree(text(path));
  }

  private String text(String path) throws Exception {
    HttpResponse<String> answer = ask("GET", path, "");
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return ask("POST", path, body);
  }

  private HttpResponse<String> ask(String method, String path, String body) throws Exception {
    String address = "http://127.0.0.1:" + server.port() + "/api/hall";
    return http.send(
        HttpRequest.newBuilder(URI.create(path.isEmpty() ? address : address + "/" + path))
            .header("Authorization", "Bearer " + token)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static final class Unlocked implements Lockouts {
    @Override
    public Map<String, Tried> all() {
      return Map.of();
    }

    @Override
    public void keep(String number, Tried tried) {
      // Nobody tries wrongly here.
    }

    @Override
    public void forget(String number) {
      // Nothing is known.
    }
  }
}
