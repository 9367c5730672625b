package yibao.hall.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

/** Every call of the contract for everybody who could make it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {
  private static final Set<String> SHUT = Set.of("sign-in", "role");
  private static final Set<String> OPEN_TO_ALL =
      Set.of(
          "health",
          "wall",
          "events",
          "alarms",
          "reports",
          "alarmsCsv",
          "availability",
          "availabilityCsv",
          "orders",
          "paper",
          "paperCsv",
          "figures",
          "figuresCsv",
          "signIn",
          "signOut");

  @TempDir static Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Vertx vertx = Vertx.vertx();
  private final Map<Role, String> tokens = new EnumMap<>(Role.class);
  private Watch watch;
  private HallServer server;

  /** A call as somebody makes it. */
  record Try(Contract.Call call, Optional<Role> role) {
    @Override
    public String toString() {
      return call.name() + " by " + role.map(Role::word).orElse("nobody");
    }
  }

  static Stream<Try> tries() {
    return Contract.read().calls().stream()
        .flatMap(
            call ->
                Stream.concat(
                        Stream.of(Optional.<Role>empty()),
                        Stream.of(Role.values()).map(Optional::of))
                    .map(role -> new Try(call, role)));
  }

  @BeforeAll
  void open() throws Exception {
    Path file = folder.resolve("accounts");
    for (Role role : Role.values()) {
      Accounts.add(file, role.word(), role, "a long password");
    }
    Door door = new Door(Accounts.read(file), new NoLockouts(), () -> Told.NOON);
    for (Role role : Role.values()) {
      if (door.knock(role.word(), "a long password") instanceof Door.Knock.Open(var token, _)) {
        tokens.put(role, token);
      }
    }
    watch =
        new Watch(
            HallStore.open(new StorePlace.InFile(folder)),
            InstantSource.fixed(Told.NOON),
            (_, _) -> {});
    watch.start();
    server =
        HallServer.start(
            vertx,
            new HallServer.Place("127.0.0.1", 0, Optional.empty()),
            new HallServer.Content(
                watch,
                new OrderDesk(watch, (_, _) -> {}, Optional.empty()),
                () -> new Hearing.Ignored(0, 0, 0),
                door,
                InstantSource.fixed(Told.NOON)));
  }

  @AfterAll
  void close() {
    http.shutdownNow();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    watch.close();
  }

  @ParameterizedTest
  @MethodSource("tries")
  void whoever_the_contract_lets_call_gets_past_the_door_and_nobody_else(Try tried)
      throws Exception {
    String code = code(tried);
    Set<Role> roles = tried.call().roles();
    if (roles.isEmpty() || tried.role().filter(roles::contains).isPresent()) {
      assertFalse(SHUT.contains(code), code);
    } else {
      assertEquals(tried.role().isPresent() ? "role" : "sign-in", code);
    }
  }

  @Test
  void only_looking_and_signing_in_and_out_are_open_to_all() {
    assertEquals(
        OPEN_TO_ALL,
        Contract.read().calls().stream()
            .filter(call -> call.roles().isEmpty())
            .map(Contract.Call::name)
            .collect(Collectors.toSet()));
  }

  @Test
  void every_call_of_the_contract_is_served() throws Exception {
    for (Contract.Call call : Contract.read().calls()) {
      String detail = detail(new Try(call, Optional.of(Role.SUPERVISOR)));
      assertFalse(detail.contains("没有这个地址"), call.name());
    }
  }

  @Test
  void a_page_of_another_site_cannot_act_with_a_token() throws Exception {
    Contract.Call call =
        Contract.read().calls().stream()
            .filter(it -> it.name().equals("acknowledge"))
            .findFirst()
            .orElseThrow();
    HttpRequest request =
        HttpRequest.newBuilder(address(call))
            .header("Authorization", "Bearer " + tokens.get(Role.STAFF))
            .header("Sec-Fetch-Site", "cross-site")
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    assertTrue(http.send(request, HttpResponse.BodyHandlers.ofString()).body().contains("foreign"));
  }

  private String code(Try tried) throws Exception {
    return new ObjectMapper().readTree(answer(tried)).path("code").asText("");
  }

  private String detail(Try tried) throws Exception {
    return new ObjectMapper().readTree(answer(tried)).path("detail").asText("");
  }

  private String answer(Try tried) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(address(tried.call()));
    tried.role().ifPresent(role -> request.header("Authorization", "Bearer " + tokens.get(role)));
    // Nobody is to be signed out by the test of signing out.
    if (tried.call().name().equals("signOut")) {
      request.setHeader("Authorization", "Bearer of-nobody");
    }
    HttpResponse<InputStream> response =
        http.send(
            request
                .method(tried.call().method().name(), HttpRequest.BodyPublishers.ofString("{}"))
                .build(),
            HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      boolean problem =
          response
              .headers()
              .firstValue("Content-Type")
              .filter(type -> type.startsWith("application/problem+json"))
              .isPresent();
      // A stream has no end to read to.
      return problem ? new String(body.readAllBytes(), StandardCharsets.UTF_8) : "{}";
    }
  }

  private URI address(Contract.Call call) {
    String path = call.path().replace("{id}", "1").replaceAll("\\{\\w+}", "T-01");
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private static final class NoLockouts implements Lockouts {
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
