package yibao.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
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
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.accounts.Role;
import yibao.kiosk.audit.AuditEntry;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.filing.HandMadeTime;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.store.InMind;

/** Who may call what is what the contract says, for every call it has and everybody there is. */
class RulesTest {
  private static final String STAFF = "/api/staff";
  private static final String TECHNICIANS = "/api/tech";
  private static final int SERVED = 299;

  @TempDir Path directory;
  private final HandMadeTime time = new HandMadeTime();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Everybody who can be let in, by number. */
  private record Known(Role role) implements StaffDoor.Accounts {
    @Override
    public boolean isEmpty() {
      return false;
    }

    @Override
    public boolean proves(String number, String password) {
      return password.equals("open sesame");
    }

    @Override
    public boolean supervises(String number) {
      return role == Role.SUPERVISOR;
    }
  }

  @Test
  void the_rules_are_those_a_yaml_parser_finds() throws IOException {
    Map<String, Set<Role>> parsed = new HashMap<>();
    try (InputStream in = RulesTest.class.getResourceAsStream("/openapi.yaml")) {
      for (var path : new YAMLMapper().readTree(in).path("paths").properties()) {
        for (var call : path.getValue().properties()) {
          parsed.put(
              call.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), roles(call.getValue()));
        }
      }
    }

    assertEquals(
        parsed,
        Rules.read().all().stream()
            .collect(Collectors.toMap(it -> it.method() + " " + it.path(), Rules.Rule::roles)));
  }

  private static Set<Role> roles(JsonNode operation) {
    assertTrue(operation.path("x-roles").isArray(), operation.path("operationId").asText());
    Set<Role> roles = EnumSet.noneOf(Role.class);
    operation.path("x-roles").forEach(word -> roles.add(Role.of(word.asText()).orElseThrow()));
    return roles;
  }

  @Test
  void nothing_of_staff_or_technicians_is_open_but_the_way_in() {
    assertEquals(
        List.of("POST /api/staff/sign-in", "POST /api/tech/sign-in"),
        Rules.read().all().stream()
            .filter(it -> it.path().startsWith(STAFF) || it.path().startsWith(TECHNICIANS))
            .filter(it -> it.roles().isEmpty())
            .map(it -> it.method() + " " + it.path())
            .sorted()
            .toList());
  }

  @Test
  void a_call_without_a_rule_cannot_be_served() {
    Rules rules =
        Rules.of(
            """
            paths:
              /api/staff/filings/{key}:
                get:
                  x-roles: [staff]
            """);
    Router router = Router.router(Vertx.vertx());
    router.get("/api/staff/filings/:id").handler(c -> c.next());
    rules.coverAllOf(router);
    router.post("/api/staff/filings/:id").handler(c -> c.next());

    assertThrows(IllegalStateException.class, () -> rules.coverAllOf(router));
    assertThrows(
        IllegalStateException.class,
        () ->
            Rules.of(
                """
                paths:
                  /api/staff/filings:
                    get:
                      operationId: filings
                components:
                """));
  }

  @Test
  void everybody_gets_through_where_the_contract_lets_them_and_nowhere_else() throws Exception {
    Vertx vertx = Vertx.vertx();
    try (AuditTrail audit = AuditTrail.open(directory.resolve("audit"), time, 1 << 20)) {
      for (Role role : Role.values()) {
        boolean technician = role == Role.TECHNICIAN;
        HttpServer server =
            serve(
                vertx,
                new Doorway(
                    new StaffDoor(new Known(role), new InMind(), "door", time),
                    technician ? AuditEntry.Role.TECHNICIAN : AuditEntry.Role.STAFF,
                    audit,
                    Sentences.chinese(),
                    new ViewJson()),
                technician ? TECHNICIANS : STAFF);
        String token = signIn(server, technician ? TECHNICIANS : STAFF);
        for (Rules.Rule rule : guarded(technician ? TECHNICIANS : STAFF)) {
          if (rule.path().endsWith("/sign-in")) {
            continue;
          }
          assertEquals(401, call(server, rule, ""), rule + " by nobody");
          assertEquals(
              rule.roles().contains(role) ? SERVED : 403,
              call(server, rule, token),
              rule + " by " + role);
        }
        assertFalse(guarded(technician ? TECHNICIANS : STAFF).isEmpty());
      }
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private static List<Rules.Rule> guarded(String path) {
    return Rules.read().all().stream().filter(it -> it.path().startsWith(path + "/")).toList();
  }

  private static HttpServer serve(Vertx vertx, Doorway doorway, String path) {
    Router router = Router.router(vertx);
    router.route().handler(BodyHandler.create(false));
    doorway.mount(router, path);
    guarded(path)
        .forEach(
            rule ->
                router
                    .route(
                        HttpMethod.valueOf(rule.method()),
                        rule.path().replaceAll("\\{(\\w+)}", ":$1"))
                    .handler(c -> c.response().setStatusCode(SERVED).end()));
    return vertx
        .createHttpServer()
        .requestHandler(router)
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private String signIn(HttpServer server, String path) throws Exception {
    String answer =
        ask(
                server,
                "POST",
                path + "/sign-in",
                "",
                "{\"number\":\"1\",\"password\":\"open sesame\"}")
            .body();
    return new ObjectMapper().readTree(answer).path("token").asText();
  }

  private int call(HttpServer server, Rules.Rule rule, String token) throws Exception {
    return ask(server, rule.method(), rule.path().replaceAll("\\{\\w+}", "1"), token, "{}")
        .statusCode();
  }

  private HttpResponse<String> ask(
      HttpServer server, String method, String path, String token, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path))
            .header("Authorization", "Bearer " + token)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
