package yibao.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.filing.DayEnd;
import yibao.kiosk.filing.FilingLimits;
import yibao.kiosk.filing.Filings;
import yibao.kiosk.filing.HandMadeTime;
import yibao.kiosk.journey.view.Language;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.platform.FilingReply;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.Drafts;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingOnRecord;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.record.Rating;
import yibao.kiosk.store.InMind;
import yibao.kiosk.store.Keys;
import yibao.kiosk.store.SqliteFilingJournal;
import yibao.kiosk.store.SqliteRatings;
import yibao.kiosk.store.SqliteStore;
import yibao.telemetry.Message;

/** What staff see and may change, and that nobody else does. */
class StaffApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @TempDir Path directory;
  private final HandMadeTime time = new HandMadeTime();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Vertx vertx = Vertx.vertx();
  private final JsonNode contract = contract();
  private FilingReply says = new FilingReply.CannotSend("platform.operation-not-mapped");
  private List<FilingOnRecord> book = List.of();
  private boolean accounts = true;
  private Message.State state;
  private SqliteStore store;
  private SqliteRatings ratings;
  private AuditTrail audit;
  private Filings filings;
  private HttpServer server;
  private String token = "";

  @BeforeEach
  void serve() {
    store = SqliteStore.open(directory.resolve("data"), Keys.named("k1"), time);
    audit = AuditTrail.open(directory.resolve("audit"), time, 1 << 20);
    SqliteFilingJournal journal = new SqliteFilingJournal(store, time);
    Mouthpiece platform = new Mouthpiece(() -> says);
    filings =
        new Filings(
            journal,
            platform,
            _ -> Optional.empty(),
            time,
            Optional::empty,
            FilingLimits.usual(),
            new Random(1),
            Runnable::run,
            List.of());
    DayEnd dayEnd =
        new DayEnd(journal, _ -> new Reply.Answered<>(book), platform, ZoneId.of("Asia/Shanghai"));
    StaffDoor.Accounts known =
        new StaffDoor.Accounts() {
          @Override
          public boolean isEmpty() {
            return !accounts;
          }

          @Override
          public boolean proves(String number, String password) {
            return Set.of("1001", "1002", "1003").contains(number)
                && password.equals("open sesame");
          }

          @Override
          public boolean supervises(String number) {
            return !number.equals("1003");
          }
        };
    Router router = Router.router(vertx);
    router.route().handler(BodyHandler.create(false));
    router
        .route()
        .handler(
            c -> {
              Problem.speak(c, Language.ENGLISH);
              c.next();
            });
    router.get("/staff.html").handler(c -> c.response().end("the page"));
    StaffDoor door = new StaffDoor(known, new InMind(), "staff", time);
    new StaffApi(door, filings, dayEnd, audit, Sentences.chinese()).mount(router);
    ratings = new SqliteRatings(store);
    new StateApi(() -> state).mount(router);
    new StaffTasksApi(ratings, audit, Sentences.chinese(), time).mount(router);
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
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
    filings.close();
    audit.close();
    store.close();
  }

  @Test
  void withoutAnAccountOrAPasswordNobodySeesAnything() throws Exception {
    for (String path : List.of("state", "filings", "day/2026-03-02", "audit", "tasks")) {
      assertEquals(401, call("GET", path, "").statusCode());
    }
    assertEquals(401, knock("1001", "wrong").statusCode());
    accounts = false;
    assertEquals(403, knock("1001", "open sesame").statusCode());
  }

  @Test
  void staffReadChineseWhateverTheCitizenHasChosen() throws Exception {
    JsonNode problem = JSON.readTree(call("GET", "filings", "").body());
    assertEquals("请先登录。", problem.path("detail").asText());
  }

  @Test
  void theShortAddressLeadsToThePageWithoutASignIn() throws Exception {
    HttpRequest page =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + "/staff"))
            .timeout(Duration.ofSeconds(20))
            .build();
    assertEquals("the page", http.send(page, HttpResponse.BodyHandlers.ofString()).body());
  }

  @Test
  void afterFiveWrongPasswordsTheDoorIsClosedForAWhile() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertEquals(401, knock("1001", "wrong").statusCode());
    }
    assertEquals(429, knock("1001", "open sesame").statusCode());
    time.pass(Duration.ofMinutes(5));
    assertEquals(200, knock("1001", "open sesame").statusCode());
  }

  @Test
  void aQuietSessionEndsAndOneThatIsLeftEndsAtOnce() throws Exception {
    signIn();
    time.pass(Duration.ofMinutes(9));
    assertEquals(200, call("GET", "filings", "").statusCode());
    time.pass(Duration.ofMinutes(11));
    assertEquals(401, call("GET", "filings", "").statusCode());
    signIn();
    assertEquals(204, call("DELETE", "sign-in", "").statusCode());
    assertEquals(401, call("GET", "filings", "").statusCode());
  }

  @Test
  void staffSeeHowTheTerminalIsAsTheirHallWouldSeeIt() throws Exception {
    Instant now = time.instant();
    state =
        new Message.State(
            Message.VERSION,
            now,
            now,
            "云岚大厅",
            "qinghai",
            "0.1.0",
            true,
            Optional.empty(),
            Optional.empty(),
            List.of(
                new Message.Device(
                    "id-card", "online", Optional.empty(), Optional.empty(), Optional.empty(), now),
                new Message.Device(
                    "printer",
                    "userError",
                    Optional.of("out"),
                    Optional.of("paper-out"),
                    Optional.of("换一卷纸"),
                    now)),
            new Message.FilingCounts(0, 0),
            List.of(),
            List.of(),
            0);
    signIn();

    JsonNode told = valid("StaffState", call("GET", "state", ""));

    assertEquals("attention", told.path("condition").asText());
    assertEquals(
        "{\"code\":\"paper-out\",\"device\":\"printer\",\"severity\":\"warning\"}",
        told.at("/findings/0").toString());
    assertEquals("换一卷纸", told.at("/state/devices/1/remedy").asText());
    assertEquals(now, Instant.parse(told.at("/state/devices/1/since").asText()));
  }

  @Test
  void aBadRatingIsATaskWithItsDayAndAnOwner() throws Exception {
    ratings.rate(
        new Rating("a".repeat(32), "qinghai", 8, 1, List.of("slow"), time.instant()),
        LocalDate.of(2026, 3, 23));
    signIn();
    JsonNode task = valid("StaffTasks", call("GET", "tasks", "")).at("/tasks/0");
    assertEquals("2026-03-23", task.path("dueOn").asText());
    assertEquals("非常不满意", task.at("/rating/levelLabel").asText());
    assertTrue(task.path("owner").isMissingNode());

    JsonNode taken =
        valid("StaffTasks", call("POST", "tasks/" + task.path("id").asLong() + "/take", ""))
            .at("/tasks/0");
    assertEquals("1001", taken.path("owner").asText());
    assertEquals(404, call("POST", "tasks/99/take", "").statusCode());
  }

  @Test
  void aBadRatingIsClosedOnlyByASupervisorWhoHasCheckedWhatSomebodyElsePutRight() throws Exception {
    ratings.rate(
        new Rating("a".repeat(32), "qinghai", 8, 1, List.of("slow"), time.instant()),
        LocalDate.of(2026, 3, 23));
    signIn();
    String task =
        "tasks/" + valid("StaffTasks", call("GET", "tasks", "")).at("/tasks/0/id").asLong();
    String remedy = "{\"what\":\"已改写操作提示\"}";
    String good = "{\"good\":true}";
    assertEquals(409, call("POST", task + "/check", good).statusCode(), "nothing put right yet");
    assertEquals(409, call("POST", task + "/remedy", remedy).statusCode(), "nobody sees to it");
    call("POST", task + "/take", "");
    assertEquals(400, call("POST", task + "/remedy", "{\"what\":\" \"}").statusCode());
    assertEquals(400, call("POST", task + "/remedy", "no JSON").statusCode());
    JsonNode waiting = valid("StaffTasks", call("POST", task + "/remedy", remedy)).at("/tasks/0");
    assertEquals("已改写操作提示", waiting.at("/remedy/what").asText());
    assertEquals("1001", waiting.at("/remedy/by").asText());
    HttpResponse<String> own = call("POST", task + "/check", good);
    assertEquals(409, own.statusCode());
    assertTrue(JSON.readTree(own.body()).path("detail").asText().contains("不能自己复核"), own.body());

    signIn("1003");
    assertEquals(403, call("POST", task + "/check", good).statusCode(), "no supervisor");
    signIn("1002");
    JsonNode back =
        valid("StaffTasks", call("POST", task + "/check", "{\"good\":false}")).at("/tasks/0");
    assertTrue(back.path("remedy").isMissingNode());
    assertEquals("1001", back.path("owner").asText());
    signIn();
    call("POST", task + "/remedy", remedy);
    signIn("1002");
    assertEquals(0, valid("StaffTasks", call("POST", task + "/check", good)).path("tasks").size());
    JsonNode record = valid("StaffAudit", call("GET", "audit", ""));
    assertTrue(record.toString().contains("task.closed"), record.toString());
  }

  @Test
  void whereANumberWasLeftOnlyWhoeverRepliesSeesItAndNothingIsClosedBefore() throws Exception {
    String about = "a".repeat(32);
    ratings.rate(
        new Rating(about, "qinghai", 8, 1, List.of("slow"), time.instant()),
        LocalDate.of(2026, 3, 23));
    ratings.leaveContact(about, "13912345678", time.instant());
    signIn();
    HttpResponse<String> open = call("GET", "tasks", "");
    JsonNode listed = valid("StaffTasks", open).at("/tasks/0");
    assertTrue(listed.path("awaitsReply").asBoolean());
    assertFalse(open.body().contains("13912345678"));
    String task = "tasks/" + listed.path("id").asLong();
    assertEquals(409, call("POST", task + "/contact", "").statusCode(), "nobody sees to it yet");
    call("POST", task + "/take", "");
    HttpResponse<String> contact = call("POST", task + "/contact", "");
    assertEquals("13912345678", JSON.readTree(contact.body()).path("phone").asText());
    assertEquals("no-store", contact.headers().firstValue("Cache-Control").orElse(""));
    signIn("1002");
    assertEquals(409, call("POST", task + "/contact", "").statusCode(), "not theirs to reply");

    signIn();
    String reply = "{\"what\":\"已电话说明\"}";
    assertEquals(409, call("POST", task + "/reply", reply).statusCode(), "nothing put right yet");
    call("POST", task + "/remedy", "{\"what\":\"已改写操作提示\"}");
    signIn("1002");
    HttpResponse<String> early = call("POST", task + "/check", "{\"good\":true}");
    assertEquals(409, early.statusCode());
    assertTrue(early.body().contains("回复以后才能结案"), early.body());
    assertEquals(409, call("POST", task + "/reply", reply).statusCode(), "not theirs");
    signIn();
    assertEquals(400, call("POST", task + "/reply", "{}").statusCode());
    JsonNode replied = valid("StaffTasks", call("POST", task + "/reply", reply)).at("/tasks/0");
    assertEquals("1001", replied.at("/reply/by").asText());
    signIn("1002");
    assertEquals(
        0,
        valid("StaffTasks", call("POST", task + "/check", "{\"good\":true}")).path("tasks").size());
    String record = call("GET", "audit", "").body();
    assertTrue(record.contains("task.contact-shown"), record);
    assertTrue(record.contains("task.replied"), record);
    assertFalse(record.contains("13912345678"), record);
  }

  @Test
  void staffSeeWhyAFilingIsParkedAndNobodysNameAndSendItAgain() throws Exception {
    FilingDraft draft = Drafts.relocation();
    filings.submit(draft);
    signIn();
    HttpResponse<String> answer = call("GET", "filings", "");
    JsonNode parked = valid("StaffFilings", answer).at("/parked/0");
    assertEquals("platform.operation-not-mapped", parked.path("cause").asText());
    assertEquals("完**水", parked.path("person").asText());
    assertFalse(answer.body().contains(draft.certificateNumber()));
    assertFalse(answer.body().contains(draft.personName()));

    says = new FilingReply.Taken("SL1", FilingState.ACCEPTED);
    JsonNode sent =
        valid("StaffFiling", call("POST", "filings/" + draft.key().value() + "/again", ""));
    assertEquals("已受理", sent.path("state").asText());
    JsonNode record = valid("StaffAudit", call("GET", "audit", ""));
    assertEquals("filing.tried-again", record.at("/lines/0/what").asText());
    assertEquals("staff", record.at("/lines/0/role").asText());
  }

  @Test
  void aFilingThatIsNotHereCannotBeChanged() throws Exception {
    signIn();
    assertEquals(404, call("POST", "filings/" + "0".repeat(32) + "/again", "").statusCode());
    assertEquals(404, call("POST", "filings/%2e%2e/give-up", "").statusCode());
  }

  @Test
  void aDayThatDiffersIsPutRightByOneTapAndNotBefore() throws Exception {
    says = new FilingReply.Taken("SL1", FilingState.ACCEPTED);
    FilingDraft draft = Drafts.relocation();
    filings.submit(draft);
    book =
        List.of(
            new FilingOnRecord(
                "SL1",
                Optional.of(draft.key()),
                FilingState.FINISHED,
                "长期居住，云岚省",
                DAY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                FilingOnRecord.Standing.IN_FORCE,
                Map.of()));
    signIn();
    JsonNode seen = valid("StaffDay", call("GET", "day/" + DAY, ""));
    assertEquals("differs", seen.at("/differences/0/kind").asText());
    assertEquals("已受理", seen.at("/differences/0/here").asText());
    assertEquals("已办结", seen.at("/differences/0/there").asText());
    assertEquals(FilingState.ACCEPTED, filings.find(draft.key()).orElseThrow().state());

    String body = "{\"key\":\"" + draft.key().value() + "\"}";
    JsonNode right = valid("StaffDay", call("POST", "day/" + DAY + "/put-right", body));
    assertTrue(right.path("differences").isEmpty());
    assertEquals(1, right.path("agreeing").asInt());
    assertEquals(404, call("POST", "day/" + DAY + "/put-right", body).statusCode());
    assertEquals(400, call("GET", "day/yesterday", "").statusCode());
  }

  private void signIn() throws Exception {
    signIn("1001");
  }

  private void signIn(String number) throws Exception {
    token = JSON.readTree(knock(number, "open sesame").body()).path("token").asText();
  }

  private HttpResponse<String> knock(String number, String password) throws Exception {
    return call(
        "POST",
        "sign-in",
        JSON.createObjectNode().put("number", number).put("password", password).toString());
  }

  private HttpResponse<String> call(String method, String path, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.actualPort() + "/api/staff/" + path))
            .timeout(Duration.ofSeconds(20))
            .header("Authorization", "Bearer " + token)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode valid(String schema, HttpResponse<String> answer) throws IOException {
    assertEquals(200, answer.statusCode(), answer.body());
    JsonNode body = JSON.readTree(answer.body());
    ObjectNode wanted = JSON.createObjectNode();
    wanted.put("$ref", "#/components/schemas/" + schema);
    wanted.set("components", contract.path("components"));
    assertEquals(
        Set.of(),
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(wanted)
            .validate(body),
        body.toString());
    return body;
  }

  private static JsonNode contract() {
    try (InputStream in = StaffApiTest.class.getResourceAsStream("/openapi.yaml")) {
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
