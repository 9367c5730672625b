package yibao.kiosk.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.kiosk.platform.transport.HttpPost;
import yibao.kiosk.platform.transport.PlainTransport;
import yibao.kiosk.platform.transport.ScriptedServer;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;

/** Every way a gateway can fail, and what the terminal may conclude about a filing. */
class FaultMatrixTest {

  private static final String SIGNED_IN =
      "{\"infcode\":0,\"output\":{\"signinoutb\":{\"sign_no\":\"S1\"}}}";
  private static final String TAKEN =
      "{\"infcode\":\"0 \",\"err_msg\":null,\"output\":{\"result\":"
          + "{\"trt_dcla_detl_sn\":20261122,\"crt_prcs_stas\":\"02\"}}}";

  private final FilingKey key = FilingKey.fresh();
  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void nobody_listening_means_nothing_was_sent() throws IOException {
    URI address = server.address();
    server.close();

    assertEquals(new FilingReply.NotSent("platform.unreachable"), submit(platform(address)));
  }

  @Test
  void a_connection_that_never_stands_means_nothing_was_sent() throws IOException {
    List<Socket> waiting = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < 3; i++) {
        Socket socket = new Socket();
        waiting.add(socket);
        try {
          socket.connect(full.getLocalSocketAddress(), 100);
        } catch (IOException queueIsFull) {
          break;
        }
      }

      assertEquals(
          new FilingReply.NotSent("platform.connect-timeout"),
          submit(platform(URI.create("http://127.0.0.1:" + full.getLocalPort() + "/"))));
    } finally {
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  @Test
  void a_name_that_leads_nowhere_means_nothing_was_sent() {
    assertInstanceOf(
        FilingReply.NotSent.class, submit(platform(URI.create("http://platform.invalid/"))));
  }

  @Test
  void a_sign_in_that_fails_means_the_filing_was_not_sent() {
    server.then(ScriptedServer.answer("not json at all"));

    assertEquals(
        new FilingReply.NotSent("platform.not-understood"), submit(platform(server.address())));
    assertEquals(1, server.requests().size());
  }

  static Stream<Arguments> unknown() {
    return Stream.of(
        fault("no answer at all", "timeout", (server, _) -> server.hang()),
        fault(
            "half a body, then silence",
            "timeout",
            (server, socket) -> {
              ScriptedServer.head(socket, 200, "application/json", 1000);
              socket.getOutputStream().write("{\"infcode\":0".getBytes(StandardCharsets.UTF_8));
              server.hang();
            }),
        fault(
            "half a head, then silence",
            "timeout",
            (server, socket) -> {
              socket.getOutputStream().write("HTTP/1.1 2".getBytes(StandardCharsets.UTF_8));
              server.hang();
            }),
        fault(
            "a reset in the middle of the body",
            "connection-lost",
            (_, socket) -> {
              ScriptedServer.head(socket, 200, "application/json", 1000);
              socket.getOutputStream().write("{\"infcode\":0".getBytes(StandardCharsets.UTF_8));
              ScriptedServer.reset(socket);
            }),
        fault(
            "a reset instead of an answer",
            "connection-lost",
            (_, socket) -> ScriptedServer.reset(socket)),
        fault("a closed connection instead of an answer", "connection-lost", (_, _) -> {}),
        fault("500", "http-500", answer(500, "text/plain", "boom")),
        fault("502 of the gateway", "http-502", answer(502, "text/html", "<html>")),
        fault("503", "http-503", answer(503, "text/plain", "")),
        fault("504", "http-504", answer(504, "text/plain", "")),
        fault("a redirect to a login page", "http-302", answer(302, "text/plain", "")),
        fault(
            "200 with garbage", "not-understood", answer(200, "application/json", "\u0000\u0001ÿ")),
        fault("200 with nothing", "not-understood", answer(200, "application/json", "")),
        fault(
            "a login page",
            "not-understood",
            answer(200, "text/html", "<html><form></form></html>")),
        fault(
            "half of an answer",
            "not-understood",
            answer(200, "application/json", TAKEN.substring(0, 60))),
        fault("a list", "not-understood", answer(200, "application/json", "[]")),
        fault(
            "an answer without a code",
            "not-understood",
            answer(200, "application/json", "{\"output\":{}}")),
        fault(
            "success without a number",
            "not-understood",
            answer(200, "application/json", "{\"infcode\":0,\"output\":null}")),
        fault(
            "success in a state nobody knows",
            "not-understood",
            answer(200, "application/json", TAKEN.replace("\"02\"", "\"77\""))),
        fault(
            "five megabytes",
            "connection-lost",
            answer(200, "application/json", "\"" + "x".repeat(5 * 1024 * 1024) + "\"")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void unknown(String name, String cause, Fault fault) {
    server.then(ScriptedServer.answer(SIGNED_IN)).then(socket -> fault.strike(server, socket));

    assertEquals(new FilingReply.Unknown("platform." + cause), submit(platform(server.address())));
    assertEquals(2, server.requests().size(), "nothing is sent twice by itself");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 413, 429})
  void a_gateway_that_turns_the_message_away_means_it_was_not_sent(int status) {
    server
        .then(ScriptedServer.answer(SIGNED_IN))
        .then(ScriptedServer.answer(status, "text/plain", "no"));

    assertEquals(
        new FilingReply.NotSent("platform.http-" + status), submit(platform(server.address())));
  }

  @Test
  void a_code_with_blanks_and_numbers_for_text_are_understood() {
    server.then(ScriptedServer.answer(SIGNED_IN)).then(ScriptedServer.answer(TAKEN));

    assertEquals(
        new FilingReply.Taken("20261122", FilingState.FINISHED),
        submit(platform(server.address())));
  }

  @Test
  void a_duplicate_names_the_earlier_filing() {
    server
        .then(ScriptedServer.answer(SIGNED_IN))
        .then(
            ScriptedServer.answer(
                "{\"infcode\":\"2001\",\"err_msg\":\"已存在\",\"output\":{\"result\":{"
                    + "\"trt_dcla_detl_sn\":\"F1\",\"fil_date\":\"2025-03-01 10:00:00\","
                    + "\"summ\":\"长期居住，上海市\"}}}"));

    assertEquals(
        new FilingReply.AlreadyFiled("F1", LocalDate.of(2025, 3, 1), "长期居住，上海市"),
        submit(platform(server.address())));
  }

  @Test
  void a_repeated_message_number_is_sent_again_with_another() {
    server
        .then(ScriptedServer.answer(SIGNED_IN))
        .then(ScriptedServer.answer("{\"infcode\":1001,\"output\":null}"))
        .then(ScriptedServer.answer(TAKEN));

    assertInstanceOf(FilingReply.Taken.class, submit(platform(server.address())));
    assertEquals(3, server.requests().stream().map(it -> it.substring(0, 60)).distinct().count());
  }

  @Test
  void a_platform_that_never_accepts_our_sign_in_ends_the_attempts() {
    for (int i = 0; i < 3; i++) {
      server
          .then(ScriptedServer.answer(SIGNED_IN))
          .then(ScriptedServer.answer("{\"infcode\":1002,\"output\":null}"));
    }

    assertEquals(
        new FilingReply.NotSent("platform.sign-in-refused"), submit(platform(server.address())));
    assertEquals(6, server.requests().size());
  }

  @Test
  void a_late_answer_is_never_taken_for_the_next_ones() {
    CountDownLatch nextAsked = new CountDownLatch(1);
    server
        .then(ScriptedServer.answer(SIGNED_IN))
        .then(
            socket -> {
              nextAsked.await();
              ScriptedServer.answer(TAKEN).play(socket);
            })
        .then(
            socket -> {
              nextAsked.countDown();
              ScriptedServer.answer("{\"infcode\":2006,\"err_msg\":\"没有\"}").play(socket);
            });
    NationalPlatform platform = platform(server.address());

    assertEquals(new FilingReply.Unknown("platform.timeout"), submit(platform));
    assertEquals(new FilingReply.NotThere(), platform.askFiling(key));
  }

  @Test
  void causes_and_replies_never_carry_personal_data() {
    server
        .then(ScriptedServer.answer(SIGNED_IN))
        .then(ScriptedServer.answer(500, "text/plain", "x"));
    String shown =
        submit(platform(server.address())) + " " + Samples.relocation(key) + " " + Samples.CARD;

    assertTrue(Stream.of("马文轩", "630102198604129916", "13900000001").noneMatch(shown::contains));
  }

  private FilingReply submit(NationalPlatform platform) {
    return platform.submit(Samples.relocation(key));
  }

  private static NationalPlatform platform(URI address) {
    return new NationalPlatform(
        Samples.profile(),
        Samples.TERMINAL,
        new PlainTransport(
            new HttpPost(
                address, new HttpPost.Patience(Duration.ofMillis(400), Duration.ofMillis(1500)))),
        InstantSource.fixed(Instant.parse("2026-11-22T01:30:00Z")));
  }

  /** What goes wrong on the connection that carries the filing. */
  interface Fault {
    void strike(ScriptedServer server, Socket socket) throws IOException, InterruptedException;
  }

  private static Arguments fault(String name, String cause, Fault fault) {
    return Arguments.of(name, cause, fault);
  }

  private static Fault answer(int status, String type, String body) {
    return (_, socket) -> ScriptedServer.answer(status, type, body).play(socket);
  }
}
