package yibao.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.audit.AuditEntry;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.filing.HandMadeTime;
import yibao.kiosk.journey.attend.CardDesk;
import yibao.kiosk.journey.attend.CardDesk.Whose;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.store.InMind;
import yibao.kiosk.store.Keys;
import yibao.kiosk.store.SqliteStaffCards;
import yibao.kiosk.store.SqliteStore;

/** Cards are registered by a supervisor, at the reader, while no citizen is there. */
class StaffCardsApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CARD = "id-card 630102199003071020";
  private static final String PIN = "270914";

  @TempDir Path directory;
  private final HandMadeTime time = new HandMadeTime();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Vertx vertx = Vertx.vertx();
  private boolean nobodyHere = true;
  private SqliteStore store;
  private SqliteStaffCards cards;
  private CardDesk desk;
  private AuditTrail audit;
  private StaffDoor door;
  private HttpServer server;
  private String token = "";

  /** The chief and three others, of whom the chief alone supervises. */
  private static final class Hall implements StaffDoor.Accounts {
    @Override
    public boolean isEmpty() {
      return false;
    }

    @Override
    public boolean proves(String number, String password) {
      return knows(number) && password.equals("open sesame");
    }

    @Override
    public boolean knows(String number) {
      return List.of("chief", "1001", "1002", "1003").contains(number);
    }

    @Override
    public boolean supervises(String number) {
      return number.equals("chief");
    }
  }

  @BeforeEach
  void open() {
    store = SqliteStore.open(directory.resolve("data"), Keys.named("k1"), time);
    audit = AuditTrail.open(directory.resolve("audit"), time, 1 << 20);
    cards = new SqliteStaffCards(store);
    door = new StaffDoor(new Hall(), new InMind(), "staff", time);
    desk = new CardDesk(cards, door::knows);
    serve(Duration.ofSeconds(60));
  }

  private void serve(Duration patience) {
    Router router = Router.router(vertx);
    router.route().handler(BodyHandler.create(false));
    router.route().handler(new OwnThread());
    Sentences sentences = Sentences.chinese();
    new Doorway(door, AuditEntry.Role.STAFF, audit, sentences, new ViewJson())
        .mount(router, "/api/staff");
    new StaffCardsApi(cards, desk, door::knows, () -> nobodyHere, patience, time, sentences, audit)
        .mount(router);
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  @AfterEach
  void close() {
    http.shutdownNow();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    audit.close();
    store.close();
  }

  @Test
  void a_supervisor_registers_the_card_that_is_laid_on_the_reader() throws Exception {
    signIn("chief");
    CompletableFuture<HttpResponse<String>> answer = registering("1001", PIN);
    layUntilTaken(CARD);

    JsonNode line = JSON.readTree(answer.join().body()).at("/cards/0");

    assertEquals("1001", line.path("number").asText());
    assertEquals("chief", line.path("by").asText());
    assertEquals(time.instant(), Instant.parse(line.path("at").asText()));
    assertEquals(3, line.size(), "neither card nor PIN is told");
    assertEquals(new Whose.Staffs("1001"), desk.shown(CARD));
    assertTrue(isRecorded("staff.card-registered", "1001", "ok"));
    assertFalse(recorded().contains("630102199003071020"));
  }

  @Test
  void whoever_does_not_supervise_neither_sees_nor_registers_nor_removes_one() throws Exception {
    assertEquals(401, call("GET", "cards", "").statusCode());
    signIn("1001");
    assertEquals(403, call("GET", "cards", "").statusCode());
    assertEquals(403, registering("1001", PIN).join().statusCode());
    assertEquals(403, call("DELETE", "cards/1001", "").statusCode());
    assertEquals(new Whose.Citizens(), desk.shown(CARD), "nobody waits for a card");
  }

  @Test
  void a_card_is_one_persons_alone() throws Exception {
    signIn("chief");
    CompletableFuture<HttpResponse<String>> first = registering("1001", PIN);
    layUntilTaken(CARD);
    assertEquals(200, first.join().statusCode());

    CompletableFuture<HttpResponse<String>> second = registering("1002", PIN);
    layUntilTaken(CARD);

    assertEquals("staff.card.taken", code(second.join(), 409));
    assertEquals(Optional.of("1001"), desk.holder(CARD));
    assertTrue(isRecorded("staff.card-registered", "1002", "refused"));
  }

  @Test
  void nothing_is_registered_for_nobody_with_a_poor_pin_or_while_a_citizen_is_there()
      throws Exception {
    signIn("chief");
    assertEquals("staff.card.unknown", code(registering("9999", PIN).join(), 400));
    assertEquals("staff.card.pin", code(registering("1001", "123456").join(), 400));
    assertEquals("web.misread", code(call("POST", "cards", "no JSON"), 400));
    nobodyHere = false;
    assertEquals("staff.card.busy", code(registering("1001", PIN).join(), 409));
    assertEquals(List.of(), cards.all());
  }

  @Test
  void where_no_card_comes_it_says_so_and_waits_for_none_any_more() throws Exception {
    serve(Duration.ofMillis(1));
    signIn("chief");

    assertEquals("staff.card.none", code(registering("1001", PIN).join(), 409));

    assertEquals(new Whose.Citizens(), desk.shown(CARD));
  }

  @Test
  void a_card_that_is_removed_signs_in_nowhere() throws Exception {
    signIn("chief");
    CompletableFuture<HttpResponse<String>> answer = registering("1001", PIN);
    layUntilTaken(CARD);
    answer.join();

    assertEquals(200, call("DELETE", "cards/1001", "").statusCode());

    assertEquals(new Whose.Citizens(), desk.shown(CARD));
    assertTrue(isRecorded("staff.card-removed", "1001", "ok"));
    assertEquals("staff.card.gone", code(call("DELETE", "cards/1001", ""), 404));
  }

  /** Holds a card before the reader until whoever registers it has it. */
  private void layUntilTaken(String card) throws InterruptedException {
    while (!(desk.shown(card) instanceof Whose.Taken)) {
      Thread.sleep(5);
    }
  }

  private void signIn(String number) throws Exception {
    String body =
        JSON.createObjectNode().put("number", number).put("password", "open sesame").toString();
    token = JSON.readTree(call("POST", "sign-in", body).body()).path("token").asText();
  }

  private CompletableFuture<HttpResponse<String>> registering(String number, String pin) {
    String body = JSON.createObjectNode().put("number", number).put("pin", pin).toString();
    return http.sendAsync(request("POST", "cards", body), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> call(String method, String path, String body) throws Exception {
    return http.send(request(method, path, body), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest request(String method, String path, String body) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + server.actualPort() + "/api/staff/" + path))
        .timeout(Duration.ofSeconds(90))
        .header("Authorization", "Bearer " + token)
        .method(method, HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static String code(HttpResponse<String> refused, int status) throws Exception {
    assertEquals(status, refused.statusCode(), refused.body());
    return JSON.readTree(refused.body()).path("code").asText();
  }

  private String recorded() {
    return String.join("\n", audit.latest(50));
  }

  private boolean isRecorded(String what, String number, String outcome) {
    return audit.latest(50).stream()
        .anyMatch(it -> it.contains(what) && it.contains(number) && it.contains(outcome));
  }
}
