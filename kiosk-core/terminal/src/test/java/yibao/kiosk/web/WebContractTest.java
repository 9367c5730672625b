package yibao.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yibao.kiosk.journey.FakeHall;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.paper.Verification;
import yibao.kiosk.platform.FaceChecks.FaceReply;
import yibao.kiosk.platform.FilingReply;
import yibao.kiosk.platform.PresentedCredential;
import yibao.kiosk.platform.Withdrawals;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.store.Keys;
import yibao.templates.DocumentTemplates;

/** What the service answers over HTTP is what its contract says. */
class WebContractTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STROKES =
      "{\"strokes\":[[{\"x\":0,\"y\":0,\"t\":0},{\"x\":300,\"y\":40,\"t\":300}]],\"width\":800,\"height\":300}";

  @TempDir private Path data;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final JsonNode contract = contract();
  private FakeHall hall;
  private WebServer server;

  @BeforeEach
  void serve() {
    hall = new FakeHall("qinghai", data, Keys.named("k1"));
    server =
        WebServer.start(
            Vertx.vertx(),
            0,
            new WebServer.Content(
                hall.journey(),
                hall.site(),
                hall.places(),
                new NoDevices(),
                Optional.empty(),
                Optional.empty(),
                Sentences.chinese(),
                hall.time(),
                new Screens(),
                List.of(
                    new VerifyApi(
                            () -> Verification.of(Optional.empty(), DocumentTemplates.load()),
                            Sentences.chinese())
                        ::mount)));
  }

  @AfterEach
  void stop() {
    server.close();
    hall.close();
  }

  @Test
  void every_view_of_a_filing_is_as_the_contract_says() throws Exception {
    answers("POST", "/api/journey", "");
    answer("{\"item\":12}");
    answer("{\"value\":\"file\"}");
    answer("{\"choice\":\"start\"}");
    hall.cards.lay(FakeHall.card());
    await("identify", "confirm");
    answer("{\"me\":true}");
    await("question", "destination");
    answer("{\"value\":\"999999\"}");
    answer("{\"value\":\"310000\"}");
    answer("{\"value\":\"2026-03-02\"}");
    answer("{\"value\":\"\"}");
    answer("{\"value\":\"示例路一号院二栋\"}");
    JsonNode commitment = answer("{\"value\":\"138****5678\"}");
    answer(
        "{\"accepted\":true,\"readToEnd\":true,\"digest\":\""
            + commitment.at("/step/digest").asText()
            + "\"}");
    answer(STROKES);
    answer("{\"submit\":true}");
    await("result", "finished");
    answer("{\"choice\":\"print\"}");
    await("paper", "printed");
    answer("{\"level\":2}");
    assertEquals("contact", answer("{\"reasons\":[\"slow\"]}").at("/step/phase").asText());
    JsonNode goodbye = answer("{\"phone\":\"13912345678\"}");

    assertEquals("goodbye", goodbye.at("/step/kind").asText());
  }

  @Test
  void every_view_of_a_query_is_as_the_contract_says() throws Exception {
    answers("POST", "/api/journey", "");
    answer("{\"item\":8}");
    answer("{\"choice\":\"start\"}");
    hall.cards.lay(FakeHall.card());
    await("identify", "confirm");
    answer("{\"me\":true}");
    await("answer", "参保信息");
    answer("{\"page\":2}");
  }

  @Test
  void every_view_of_a_query_with_questions_and_detail_is_as_the_contract_says() throws Exception {
    answers("POST", "/api/journey", "");
    answer("{\"item\":903}");
    answer("{\"choice\":\"start\"}");
    hall.cards.lay(FakeHall.card());
    await("identify", "confirm");
    answer("{\"me\":true}");
    await("eligibility", "assurance.needed");
    answer("{\"choice\":\"face\"}");
    await("eligibility", "assurance.no-match");
    hall.faceReply =
        new FaceReply.Matched(
            new PresentedCredential.ElectronicVoucher(
                "token", FakeHall.card().number(), FakeHall.card().name(), "01"),
            false);
    answer("{\"choice\":\"face\"}");
    await("question", "period");
    answer("{\"value\":\"12\"}");
    await("answer", "结算记录");
    answer("{\"open\":\"0\"}");
    await("answer", "费用明细");
    answer("{\"choice\":\"list\"}");
  }

  @Test
  void every_view_of_a_withdrawal_is_as_the_contract_says() throws Exception {
    hall.enquiries.hold(FilingState.ACCEPTED);
    hall.withdrawalReplies.add(new FilingReply.Refused(Withdrawals.TOO_LATE, "已进入审核，不能撤回"));
    hall.faceReply =
        new FaceReply.Matched(
            new PresentedCredential.ElectronicVoucher(
                "token", FakeHall.card().number(), FakeHall.card().name(), "01"),
            false);
    answers("POST", "/api/journey", "");
    answer("{\"item\":904}");
    answer("{\"choice\":\"start\"}");
    hall.cards.lay(FakeHall.card());
    await("identify", "confirm");
    answer("{\"me\":true}");
    await("answer", "备案记录");
    answer("{\"open\":\"0\"}");
    await("answer", "办件");
    answer("{\"choice\":\"withdraw\"}");
    await("eligibility", "assurance.needed");
    answer("{\"choice\":\"face\"}");
    await("eligibility", "withdrawal.confirm");
    answer("{\"choice\":\"withdraw\"}");
    await("eligibility", "withdrawal.too-late");
    answer("{\"choice\":\"list\"}");
  }

  @Test
  void every_view_of_a_certificate_is_as_the_contract_says() throws Exception {
    answers("POST", "/api/journey", "");
    answer("{\"item\":910}");
    answer("{\"choice\":\"start\"}");
    hall.cards.lay(FakeHall.card());
    await("identify", "confirm");
    answer("{\"me\":true}");
    await("paper", "preview");
    answer("{\"choice\":\"print\"}");
    await("paper", "printed");
  }

  @Test
  void the_catalogue_is_as_the_contract_says_and_holds_every_row() throws Exception {
    JsonNode catalog = valid("Catalog", get("/api/catalog", 200));

    int rows = 0;
    int unlisted = 0;
    for (JsonNode category : catalog.path("categories")) {
      for (JsonNode item : category.path("items")) {
        if (item.path("unlisted").asBoolean()) {
          unlisted++;
        } else {
          rows++;
        }
      }
    }
    assertEquals(28, rows);
    assertTrue(unlisted >= 8);
  }

  @Test
  void a_verdict_is_as_the_contract_says() throws Exception {
    HttpResponse<String> response = call("POST", "/api/verify", "{\"text\":\"YB1:0\"}");

    assertEquals(200, response.statusCode());
    JsonNode verdict = valid("Verdict", JSON.readTree(response.body()));
    assertEquals("notACode", verdict.path("outcome").asText());
  }

  @Test
  void how_long_the_page_has_been_quiet_is_reported_once_it_has_given_a_sign() throws Exception {
    assertTrue(get("/api/health", 200).path("screenQuietSeconds").isMissingNode());
    assertEquals(204, call("POST", "/api/screen", "").statusCode());
    hall.time().pass(Duration.ofSeconds(7));
    JsonNode health = valid("Health", get("/api/health", 200));
    assertEquals(7, health.path("screenQuietSeconds").asInt());
  }

  @Test
  void health_and_places_are_as_the_contract_says() throws Exception {
    valid("Health", get("/api/health", 200));
    JsonNode provinces = get("/api/places", 200);
    provinces.forEach(place -> valid("Place", place));
    assertEquals("上海市", provinces.get(0).path("name").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/journey/answer, 'not json'",
    "POST, /api/journey/answer, '{}'",
    "POST, /api/journey/answer, '[]'",
    "POST, /api/journey/answer, '{\"step\":\"nonsense\",\"revision\":0,\"answer\":{}}'",
    "POST, /api/journey/back, '{\"revision\":\"one\"}'",
    "GET, /api/places?below=63, ''",
    "GET, /api/nothing, ''",
    "POST, /api/verify, '{}'",
    "GET, /sim/people, ''"
  })
  void whatever_is_wrong_is_a_problem_a_citizen_can_read(String method, String path, String body)
      throws Exception {
    HttpResponse<String> response = call(method, path, body);

    assertTrue(response.statusCode() >= 400 && response.statusCode() < 500);
    JsonNode problem = valid("Problem", JSON.readTree(response.body()));
    assertTrue(problem.path("detail").asText().matches("[\\p{IsHan}，。、]+"), problem.toString());
  }

  @Test
  void an_answer_to_an_older_view_gets_the_view_now() throws Exception {
    answers("POST", "/api/journey", "");
    HttpResponse<String> stale =
        call(
            "POST",
            "/api/journey/answer",
            "{\"step\":\"choose\",\"revision\":0,\"answer\":{\"item\":8}}");

    assertEquals(409, stale.statusCode());
    assertEquals("choose", valid("View", JSON.readTree(stale.body())).at("/step/kind").asText());
  }

  @ParameterizedTest
  @CsvSource({"Origin, http://evil.example", "Sec-Fetch-Site, cross-site"})
  void another_pages_calls_are_refused(String header, String value) throws Exception {
    HttpResponse<String> response =
        http.send(
            request("/api/journey")
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertEquals(403, response.statusCode());
    assertEquals("attract", get("/api/journey", 200).at("/step/kind").asText());
  }

  /** In YAML's braces a comma ends a value; what follows it would be a key without one. */
  @Test
  void no_comma_cuts_a_description_of_the_contract_short() {
    assertEquals(List.of(), keysWithoutValue(contract).toList());
  }

  private static Stream<String> keysWithoutValue(JsonNode node) {
    return Stream.concat(
        node.properties().stream().filter(it -> it.getValue().isNull()).map(Map.Entry::getKey),
        StreamSupport.stream(node.spliterator(), false).flatMap(WebContractTest::keysWithoutValue));
  }

  @Test
  void nothing_is_kept_by_the_browser_and_nothing_foreign_runs_in_it() throws Exception {
    HttpResponse<String> page = call("GET", "/api/journey", "");

    assertEquals("no-store", page.headers().firstValue("Cache-Control").orElseThrow());
    String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
    assertTrue(policy.contains("default-src 'none'") && !policy.contains("unsafe"), policy);
    String permissions = page.headers().firstValue("Permissions-Policy").orElseThrow();
    assertTrue(permissions.startsWith("camera=(self), microphone=()"), permissions);
  }

  private JsonNode answer(String answer) throws Exception {
    JsonNode view = get("/api/journey", 200);
    return answers(
        "POST",
        "/api/journey/answer",
        "{\"step\":\""
            + view.at("/step/kind").asText()
            + "\",\"revision\":"
            + view.path("revision")
            + ",\"answer\":"
            + answer
            + "}");
  }

  private JsonNode answers(String method, String path, String body) throws Exception {
    HttpResponse<String> response = call(method, path, body);
    assertEquals(200, response.statusCode(), response.body());
    return valid("View", JSON.readTree(response.body()));
  }

  private void await(String kind, String word) throws Exception {
    try (var events =
        http.send(request("/api/events").GET().build(), HttpResponse.BodyHandlers.ofLines())
            .body()) {
      boolean seen =
          events
              .filter(line -> line.startsWith("data: {\"revision\""))
              .map(line -> line.substring("data: ".length()))
              .peek(line -> valid("View", read(line)))
              .anyMatch(line -> line.contains("\"kind\":\"" + kind + "\"") && line.contains(word));
      assertTrue(seen);
    }
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private JsonNode get(String path, int status) throws Exception {
    HttpResponse<String> response = call("GET", path, "");
    assertEquals(status, response.statusCode(), response.body());
    return JSON.readTree(response.body());
  }

  private HttpResponse<String> call(String method, String path, String body) throws Exception {
    return http.send(
        request(path).method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .timeout(Duration.ofSeconds(20));
  }

  private JsonNode valid(String schema, JsonNode body) {
    ObjectNode wanted = JSON.createObjectNode();
    wanted.put("$ref", "#/components/schemas/" + schema);
    wanted.set("components", contract.path("components"));
    JsonSchema check =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(wanted);
    assertEquals(java.util.Set.of(), check.validate(body), body.toString());
    return body;
  }

  private static JsonNode contract() {
    try (InputStream in = WebContractTest.class.getResourceAsStream("/openapi.yaml")) {
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
