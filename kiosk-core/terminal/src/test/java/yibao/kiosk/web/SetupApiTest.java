package yibao.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.filing.HandMadeTime;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.store.InMind;

/** Who may set a terminal up, and what is written down of it. */
class SetupApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path directory;
  private final HandMadeTime time = new HandMadeTime();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Vertx vertx = Vertx.vertx();
  private final Desk desk = new Desk();
  private boolean nobodyHere = true;
  private AuditTrail audit;
  private HttpServer server;

  /** A desk that remembers what it was asked. */
  private static final class Desk implements SetupDesk {
    private final List<String> asked = new ArrayList<>();
    private List<String> faults = List.of();
    private List<String> missing = List.of("省平台连得上");

    @Override
    public Page page() {
      return new Page(List.of(), true, false, true, Optional.<Instant>empty());
    }

    @Override
    public List<String> save(String step, Map<String, String> values) {
      asked.add("save " + step + " " + values);
      return faults;
    }

    @Override
    public boolean begin(String check, String by) {
      asked.add("begin " + check + " by " + by);
      return true;
    }

    @Override
    public boolean judge(String check, String verdict, String said, String by) {
      asked.add("judge " + check + " " + verdict);
      return true;
    }

    @Override
    public byte[] report() {
      return new byte[] {'%'};
    }

    @Override
    public List<String> accept(String by) {
      return missing;
    }

    @Override
    public void apply(String by) {
      asked.add("apply");
    }
  }

  @BeforeEach
  void serve() {
    audit = AuditTrail.open(directory.resolve("audit"), time, 1 << 20);
    StaffDoor.Accounts known =
        new StaffDoor.Accounts() {
          @Override
          public boolean isEmpty() {
            return false;
          }

          @Override
          public boolean proves(String number, String password) {
            return number.equals("T001") && password.equals("open sesame");
          }
        };
    Router router = Router.router(vertx);
    router.route().handler(BodyHandler.create(false));
    new SetupApi(
            new StaffDoor(known, new InMind(), "technician", time),
            desk,
            () -> nobodyHere,
            () -> desk.asked.add("know devices"),
            (pdf, name) -> new DeviceTrial.Tried(true, name + " " + pdf.length),
            audit,
            Sentences.chinese())
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
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
    audit.close();
  }

  private HttpResponse<String> call(String method, String path, String token, String body)
      throws Exception {
    return http.send(
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.actualPort() + "/api/" + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String signIn() throws Exception {
    HttpResponse<String> in =
        call("POST", "tech/sign-in", "", "{\"number\":\"T001\",\"password\":\"open sesame\"}");
    return JSON.readTree(in.body()).path("token").asText();
  }

  /** From the contract, so that a call added without a rule fails here. */
  @TestFactory
  Stream<DynamicTest> no_call_of_the_contract_is_answered_without_a_sign_in() throws IOException {
    JsonNode contract;
    try (InputStream in = SetupApiTest.class.getResourceAsStream("/openapi.yaml")) {
      contract = new YAMLMapper().readTree(in);
    }
    return contract.path("paths").properties().stream()
        .filter(path -> path.getKey().startsWith("/api/tech/"))
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .map(method -> method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
        .filter(call -> !call.equals("POST /api/tech/sign-in"))
        .map(
            call ->
                DynamicTest.dynamicTest(
                    call,
                    () -> {
                      String[] words = call.split(" /api/");
                      String path = words[1].replaceAll("\\{[a-z]+}", "anything");
                      assertEquals(401, call(words[0], path, "", "{}").statusCode());
                      assertEquals(401, call(words[0], path, "0".repeat(48), "{}").statusCode());
                      assertEquals(List.of(), desk.asked);
                    }));
  }

  @Test
  void a_technician_gets_in_and_what_is_done_bears_the_number() throws Exception {
    String token = signIn();

    assertEquals(200, call("POST", "tech/setup/checks/platform", token, "{}").statusCode());
    assertEquals(List.of("begin platform by T001"), desk.asked);
    assertTrue(audit.latest(5).getFirst().contains("technician.signed-in"));
    assertTrue(audit.latest(5).getFirst().contains("T001"));
  }

  @Test
  void nothing_is_tried_and_nothing_restarted_while_a_citizen_is_served() throws Exception {
    String token = signIn();
    nobodyHere = false;

    assertEquals(423, call("POST", "tech/setup/checks/printer", token, "{}").statusCode());
    assertEquals(423, call("POST", "tech/setup/apply", token, "").statusCode());
    assertEquals(List.of(), desk.asked);
  }

  @Test
  void wrong_values_come_back_a_line_each() throws Exception {
    desk.faults = List.of("port太小；要写成：端口号", "hall的写法不对；要写成：大厅名称");

    HttpResponse<String> answer =
        call("POST", "tech/setup/steps/site", signIn(), "{\"hall\":\"\"}");

    assertEquals(422, answer.statusCode());
    assertEquals(2, JSON.readTree(answer.body()).path("detail").asText().lines().count());
    assertFalse(audit.latest(1).getFirst().contains("setup.proposed"));
  }

  @Test
  void a_terminal_with_open_checks_is_not_accepted_and_they_are_named() throws Exception {
    HttpResponse<String> answer = call("POST", "tech/setup/accept", signIn(), "");

    assertEquals(422, answer.statusCode());
    assertTrue(JSON.readTree(answer.body()).path("detail").asText().contains("省平台连得上"));
    assertTrue(audit.latest(1).getFirst().contains("refused"));
  }

  @Test
  void whoever_accepts_the_terminal_accepts_it_with_the_devices_that_are_plugged_in()
      throws Exception {
    desk.missing = List.of();

    assertEquals(200, call("POST", "tech/setup/accept", signIn(), "").statusCode());

    assertTrue(desk.asked.contains("know devices"), desk.asked.toString());
  }

  @Test
  void anybody_may_know_whether_it_was_accepted() throws Exception {
    assertEquals("{\"accepted\":false}", call("GET", "accepted", "", "").body());
  }

  @Test
  void the_report_is_printed_as_it_stands_but_not_while_a_citizen_is_served() throws Exception {
    String token = signIn();

    assertEquals(
        "{\"good\":true,\"text\":\"acceptance-report 1\"}",
        call("POST", "tech/setup/report", token, "").body());
    nobodyHere = false;
    assertEquals(423, call("POST", "tech/setup/report", token, "").statusCode());
  }
}
