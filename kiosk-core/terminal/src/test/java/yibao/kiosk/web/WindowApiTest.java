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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.filing.DayEnd;
import yibao.kiosk.filing.FilingLimits;
import yibao.kiosk.filing.Filings;
import yibao.kiosk.filing.HandMadeTime;
import yibao.kiosk.filing.SandboxLine;
import yibao.kiosk.filing.ScanCourier;
import yibao.kiosk.filing.WindowFilings;
import yibao.kiosk.form.Places;
import yibao.kiosk.journey.FakeHall;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.platform.NationalPlatform;
import yibao.kiosk.record.Attachment;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.record.InsuranceKind;
import yibao.kiosk.store.EncryptedScans;
import yibao.kiosk.store.InMind;
import yibao.kiosk.store.Keys;
import yibao.kiosk.store.Scans;
import yibao.kiosk.store.SqliteFilingJournal;
import yibao.kiosk.store.SqliteStore;
import yibao.kiosk.window.HandOverCode;
import yibao.sandbox.SandboxPlatform;

/**
 * A clerk scans what a citizen brings to the window, sees it, confirms its originals or gives it
 * back, over the wire of the national envelope.
 */
class WindowApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String DOCUMENT = "630102198604129916";

  @TempDir Path directory;
  private final HandMadeTime time = new HandMadeTime();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Vertx vertx = Vertx.vertx();
  private FakeHall hall;
  private SandboxPlatform sandbox;
  private NationalPlatform platform;
  private SqliteStore store;
  private SqliteFilingJournal journal;
  private Scans scans;
  private AuditTrail audit;
  private Filings filings;
  private HttpServer server;
  private String token = "";

  @BeforeEach
  void serve() throws IOException {
    hall = new FakeHall("qinghai", directory.resolve("hall"), Keys.named("k1"));
    sandbox =
        SandboxPlatform.start(new SandboxPlatform.Settings(directory.resolve("province"), 0, time));
    platform = SandboxLine.open("T1", SandboxLine.to(sandbox), time);
    store = SqliteStore.open(directory.resolve("data"), Keys.named("k1"), time);
    journal = new SqliteFilingJournal(store, time);
    scans = new EncryptedScans(store);
    audit = AuditTrail.open(directory.resolve("audit"), time, 1 << 20);
    filings =
        new Filings(
            journal,
            platform,
            new ScanCourier(scans, platform.attachments()),
            time,
            Optional::empty,
            FilingLimits.usual(),
            new Random(1),
            Runnable::run,
            List.of());
    StaffDoor.Accounts known =
        new StaffDoor.Accounts() {
          @Override
          public boolean isEmpty() {
            return false;
          }

          @Override
          public boolean proves(String number, String password) {
            return password.equals("open sesame");
          }
        };
    Sentences sentences = Sentences.chinese();
    Supplier<LocalDateTime> now = () -> LocalDateTime.ofInstant(time.instant(), ZONE);
    Router router = Router.router(vertx);
    router.route().handler(BodyHandler.create(false));
    router.route().handler(new OwnThread());
    StaffDoor door = new StaffDoor(known, new InMind(), "staff", time);
    new StaffApi(
            door,
            filings,
            new DayEnd(journal, platform.dayBook(), platform, ZONE),
            audit,
            sentences)
        .mount(router);
    new WindowApi(
            new WindowFilings(platform.windowDesk(), journal, List.of()),
            hall.site(),
            new Places(Map.of()),
            now,
            audit,
            sentences)
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
  void stop() throws IOException {
    vertx.close().toCompletionStage().toCompletableFuture().join();
    http.close();
    filings.close();
    audit.close();
    store.close();
    platform.close();
    sandbox.close();
    hall.close();
  }

  private ServiceItem item(String link) {
    return hall.site().region().linked(link).getFirst();
  }

  /** Two pages of an invoice and one of a diagnosis, their originals still to be seen. */
  private FilingDraft handedIn(Map<String, String> more) {
    Map<String, String> values =
        new HashMap<>(
            Map.of(
                "originals", "true",
                "workingDays", "20",
                "invoice", "paper",
                "total", "8120.40",
                "phone", "13912345678",
                "agentName", "周若木"));
    values.putAll(more);
    FilingDraft draft =
        new FilingDraft(
            FilingKey.fresh(),
            "qinghai",
            item("inpatient-reimbursement").seq(),
            "reimbursement",
            "63010200000000000001",
            "马文轩",
            DOCUMENT,
            "630100",
            InsuranceKind.EMPLOYEE_BASIC,
            values,
            Optional.empty(),
            Optional.empty(),
            List.of(page("one", "invoice"), page("two", "invoice"), page("three", "diagnosis")),
            LocalDate.of(2026, 3, 2));
    filings.submit(draft);
    assertEquals(FilingState.RECEIVED, filings.find(draft.key()).orElseThrow().state());
    return draft;
  }

  private Attachment page(String content, String material) {
    Scans.Scan scan =
        scans.keep(content.getBytes(StandardCharsets.UTF_8), "image/jpeg", time.instant());
    return new Attachment(scan.digest(), material, scan.mediaType(), scan.size(), 1);
  }

  private String number(FilingDraft draft) {
    return filings.find(draft.key()).orElseThrow().number().orElseThrow();
  }

  @Test
  void nobody_sees_a_filing_without_signing_in() throws Exception {
    String number = number(handedIn(Map.of()));
    for (String path : List.of("look", "confirm", "return")) {
      assertEquals(401, call(path, Map.of("code", number, "number", number)).statusCode());
    }
  }

  @Test
  void a_receipt_shows_what_was_handed_in_and_nobody_in_full() throws Exception {
    String number = number(handedIn(Map.of()));
    signIn();

    HttpResponse<String> answer = call("look", Map.of("code", number + "\n"));
    JsonNode seen = valid(answer);

    assertEquals("filing", seen.path("kind").asText());
    assertEquals(item("inpatient-reimbursement").name(), seen.path("item").asText());
    assertEquals("已收件", seen.path("state").asText());
    assertEquals("马*轩", seen.path("person").asText());
    assertTrue(seen.path("originals").asBoolean());
    assertEquals("20个工作日", seen.path("limit").asText());
    assertEquals(2, seen.at("/papers/0/pages").asInt());
    assertEquals(1, seen.at("/papers/1/pages").asInt());
    assertTrue(seen.path("entered").toString().contains("8120.40"), seen.toString());
    for (String secret : List.of("马文轩", DOCUMENT, "13912345678", "周若木")) {
      assertFalse(answer.body().contains(secret), answer.body());
    }
  }

  @Test
  void confirmed_originals_begin_the_limit_that_day_and_the_citizen_is_told_so() throws Exception {
    FilingDraft draft = handedIn(Map.of());
    signIn();

    JsonNode done = valid(call("confirm", Map.of("number", number(draft))));

    assertEquals("已受理", done.path("state").asText());
    // 2026-03-02 is a Monday; no holiday lies in the four weeks after it.
    assertEquals("2026-03-30", done.path("due").asText());
    assertTrue(done.path("said").asText().contains("已受理"), done.toString());
    assertEquals(FilingState.ACCEPTED, filings.find(draft.key()).orElseThrow().state());
    JsonNode record = audit();
    assertEquals("window.originals", record.at("/lines/0/what").asText());
    assertEquals("ok", record.at("/lines/0/outcome").asText());
    assertEquals("staff", record.at("/lines/0/role").asText());
  }

  @Test
  void what_is_confirmed_after_closing_counts_from_the_next_working_day() throws Exception {
    FilingDraft draft = handedIn(Map.of());
    time.pass(Duration.ofHours(8));
    signIn();

    JsonNode done = valid(call("confirm", Map.of("number", number(draft))));

    assertEquals("2026-03-31", done.path("due").asText());
  }

  @Test
  void a_second_scan_and_a_second_tap_confirm_nothing_again() throws Exception {
    FilingDraft draft = handedIn(Map.of());
    signIn();
    JsonNode first = valid(call("confirm", Map.of("number", number(draft))));
    time.pass(Duration.ofDays(3));
    signIn();

    JsonNode again = valid(call("confirm", Map.of("number", number(draft))));

    assertEquals(first.path("due"), again.path("due"));
    assertTrue(again.path("said").asText().contains("没有重复登记"), again.toString());
    assertFalse(valid(call("look", Map.of("code", number(draft)))).path("originals").asBoolean());
  }

  @Test
  void what_lacks_a_paper_is_not_accepted_before_that_has_come() throws Exception {
    FilingDraft draft = handedIn(Map.of("missing", "住院费用清单"));
    signIn();

    JsonNode done = valid(call("confirm", Map.of("number", number(draft))));

    assertEquals("已收件", done.path("state").asText());
    assertFalse(done.has("due"), done.toString());
    assertEquals("住院费用清单", done.at("/lacking/papers/0").asText());
    assertTrue(done.path("said").asText().contains("补齐后才受理"), done.toString());
  }

  @Test
  void a_file_is_given_back_with_its_reason_and_what_is_missing_once() throws Exception {
    FilingDraft draft = handedIn(Map.of());
    signIn();
    Map<String, Object> why =
        Map.of("number", number(draft), "reason", "票据没有盖章", "missing", List.of("医院收费票据"));

    JsonNode back = valid(call("return", why));

    assertEquals("退回补正", back.path("state").asText());
    assertEquals("票据没有盖章", back.at("/lacking/reason").asText());
    assertEquals("医院收费票据", back.at("/lacking/papers/0").asText());
    assertTrue(
        valid(call("return", why)).path("said").asText().contains("没有重复退回"), "the second time");
    HttpResponse<String> confirmed = call("confirm", Map.of("number", number(draft)));
    assertEquals(409, confirmed.statusCode());
    assertTrue(detail(confirmed).contains("退回补正"), confirmed.body());
    assertEquals(FilingState.RETURNED, filings.find(draft.key()).orElseThrow().state());
  }

  @Test
  void returning_needs_a_reason_and_something_to_bring() throws Exception {
    String number = number(handedIn(Map.of()));
    signIn();

    assertTrue(
        detail(
                call(
                    "return",
                    Map.of("number", number, "reason", " ", "missing", List.of("医院收费票据"))))
            .contains("写明退回的原因"));
    assertTrue(
        detail(call("return", Map.of("number", number, "reason", "看不清", "missing", List.of())))
            .contains("写明要补什么材料"));
  }

  @Test
  void a_platform_that_does_not_answer_confirms_nothing_and_the_clerk_is_told() throws Exception {
    FilingDraft draft = handedIn(Map.of());
    signIn();
    sandbox.mood(yibao.sandbox.Mood.DOWN);

    HttpResponse<String> answer = call("confirm", Map.of("number", number(draft)));

    assertEquals(503, answer.statusCode());
    assertTrue(detail(answer).contains("还没有登记成功"), answer.body());
    sandbox.mood(yibao.sandbox.Mood.NORMAL);
    assertEquals("已收件", valid(call("look", Map.of("code", number(draft)))).path("state").asText());
  }

  @Test
  void whatever_else_is_scanned_has_its_own_sentence() throws Exception {
    signIn();
    HandOverCode ticket = ticket();
    Map<String, String> told =
        Map.of(
            "你好",
            "这不是受理号",
            "63000020260302999999",
            "没有这个受理号",
            ticket.text().substring(0, 30),
            "没有扫全",
            ticket.text().replace("630100", "620100"),
            "不是本大厅",
            ticket.text().replace("20260302", "20260301"),
            "只在当天有效");
    for (Map.Entry<String, String> one : told.entrySet()) {
      HttpResponse<String> answer = call("look", Map.of("code", one.getKey()));
      assertTrue(answer.statusCode() >= 400, answer.body());
      assertTrue(detail(answer).contains(one.getValue()), one.getKey() + " " + answer.body());
    }
    assertEquals(400, call("confirm", Map.of()).statusCode());
  }

  @Test
  void a_personal_number_scanned_by_mistake_is_on_no_record() throws Exception {
    signIn();
    String bankCard = "6222020200112233445";

    HttpResponse<String> citizen = call("look", Map.of("code", DOCUMENT));
    HttpResponse<String> card = call("look", Map.of("code", bankCard));

    assertEquals(400, citizen.statusCode());
    assertEquals(404, card.statusCode());
    String recorded = audit.latest(100).toString();
    assertTrue(recorded.contains("window.looked"), recorded);
    assertFalse(recorded.contains(DOCUMENT) || recorded.contains(bankCard), recorded);
  }

  @Test
  void a_ticket_of_today_shows_what_the_citizen_said_and_nothing_of_who_they_are()
      throws Exception {
    signIn();

    JsonNode seen = valid(call("look", Map.of("code", ticket().text())));

    assertEquals("ticket", seen.path("kind").asText());
    assertEquals(item("employee-registration").name(), seen.path("item").asText());
    assertTrue(seen.path("entered").toString().contains("在职，由单位缴费"), seen.toString());
    assertFalse(seen.has("person") || seen.path("returnable").asBoolean(), seen.toString());
  }

  private HandOverCode ticket() {
    return new HandOverCode(
        hall.site().pool().admdvs(),
        "T-1",
        LocalDateTime.ofInstant(time.instant(), ZONE),
        "qinghai",
        item("employee-registration").seq(),
        Map.of("employment", "employed"));
  }

  private void signIn() throws Exception {
    token =
        JSON.readTree(send("sign-in", Map.of("number", "1001", "password", "open sesame")).body())
            .path("token")
            .asText();
  }

  private HttpResponse<String> call(String path, Map<String, ?> body) throws Exception {
    return send("window/" + path, body);
  }

  private HttpResponse<String> send(String path, Map<String, ?> body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.actualPort() + "/api/staff/" + path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode audit() throws Exception {
    return JSON.readTree(
        http.send(
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.actualPort() + "/api/staff/audit"))
                    .timeout(Duration.ofSeconds(20))
                    .header("Authorization", "Bearer " + token)
                    .build(),
                HttpResponse.BodyHandlers.ofString())
            .body());
  }

  private static String detail(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body()).path("detail").asText();
  }

  private static JsonNode valid(HttpResponse<String> answer) throws IOException {
    assertEquals(200, answer.statusCode(), answer.body());
    JsonNode body = JSON.readTree(answer.body());
    ObjectNode wanted = JSON.createObjectNode();
    wanted.put("$ref", "#/components/schemas/WindowCase");
    try (InputStream in = WindowApiTest.class.getResourceAsStream("/openapi.yaml")) {
      wanted.set("components", new YAMLMapper().readTree(in).path("components"));
    }
    assertEquals(
        Set.of(),
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(wanted)
            .validate(body),
        body.toString());
    return body;
  }
}
