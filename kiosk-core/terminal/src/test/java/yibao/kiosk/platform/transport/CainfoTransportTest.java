package yibao.kiosk.platform.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import yibao.kiosk.platform.gm.Sm2;
import yibao.kiosk.platform.gm.Sm4;

@Timeout(60)
class CainfoTransportTest {

  private static final String CLIENT = "0123456789ABCDEF";
  private static final String D = "22".repeat(32);
  private static final String INPUT = "{\"data\":{\"psn_name\":\"张三\"}}";

  private final JsonMapper mapper = new JsonMapper();
  private final Sm4 cipher = new Sm4(CLIENT.getBytes(StandardCharsets.US_ASCII));

  @Test
  void the_input_travels_encrypted_and_signed_by_the_client() throws Exception {
    try (ScriptedServer server = new ScriptedServer()) {
      server.then(ScriptedServer.answer("{\"infcode\":0,\"output\":{}}"));
      send(server);

      JsonNode envelope = mapper.readTree(server.requests().getFirst());
      assertEquals("SM2", envelope.path("signtype").textValue());
      assertEquals("SM4", envelope.path("enctype").textValue());
      assertEquals("1101", envelope.path("infno").textValue());
      byte[] input = cipher.decrypt(base64(envelope.path("input")));
      assertArrayEquals(INPUT.getBytes(StandardCharsets.UTF_8), input);
      assertTrue(
          new Sm2.Verifier(publicKey(), CLIENT).verify(input, base64(envelope.path("cainfo"))));
    }
  }

  @Test
  void an_encrypted_output_is_put_in_the_clear_and_a_clear_one_left_alone() throws Exception {
    String encrypted =
        Base64.getEncoder()
            .encodeToString(cipher.encrypt("{\"a\":1}".getBytes(StandardCharsets.UTF_8)));
    for (String output : new String[] {"\"" + encrypted + "\"", "{\"a\":1}"}) {
      try (ScriptedServer server = new ScriptedServer()) {
        server.then(ScriptedServer.answer("{\"infcode\":0,\"output\":" + output + "}"));

        assertEquals(
            mapper.readTree("{\"infcode\":0,\"output\":{\"a\":1}}"),
            mapper.readTree(((Transport.Delivery.Answered) send(server)).body()));
      }
    }
  }

  @Test
  void an_output_nobody_can_decrypt_leaves_open_what_the_platform_did() throws Exception {
    try (ScriptedServer server = new ScriptedServer()) {
      server.then(ScriptedServer.answer("{\"infcode\":0,\"output\":\"AAAA\"}"));

      assertEquals(new Transport.Delivery.Lost("platform.not-understood"), send(server));
    }
  }

  @Test
  void a_token_is_fetched_once_kept_while_good_and_renewed_before_it_runs_out() throws Exception {
    Instant[] now = {Instant.parse("2026-11-22T01:30:00Z")};
    try (ScriptedServer gateway = new ScriptedServer();
        ScriptedServer tokens = new ScriptedServer()) {
      AccessToken token = renewed(gateway, tokens, () -> now[0]);
      tokens.then(ScriptedServer.answer("{\"access_token\":\"one\",\"expires_in\":120}"));
      tokens.then(ScriptedServer.answer("{\"access_token\":\"two\",\"expires_in\":120}"));

      assertEquals(Optional.of("one"), token.current());
      now[0] = now[0].plusSeconds(80);
      assertEquals(Optional.of("one"), token.current());
      now[0] = now[0].plusSeconds(20);
      assertEquals(Optional.of("two"), token.current());

      assertEquals(
          List.of("grant_type=client_credentials", "grant_type=client_credentials"),
          tokens.requests());
    }
  }

  @Test
  void a_token_the_gateway_rejects_is_not_used_again() throws Exception {
    try (ScriptedServer gateway = new ScriptedServer();
        ScriptedServer tokens = new ScriptedServer()) {
      AccessToken token = renewed(gateway, tokens, InstantSource.system());
      tokens.then(ScriptedServer.answer("{\"access_token\":\"one\",\"expires_in\":900}"));
      tokens.then(ScriptedServer.answer("{\"access_token\":\"two\",\"expires_in\":900}"));
      gateway.then(ScriptedServer.answer(401, "text/plain", "no"));

      assertEquals(new Transport.Delivery.NotSent("platform.http-401"), send(gateway, token));
      assertEquals(Optional.of("two"), token.current());
    }
  }

  @Test
  void whoever_needs_a_token_while_one_is_fetched_shares_that_one() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    try (ScriptedServer gateway = new ScriptedServer();
        ScriptedServer tokens = new ScriptedServer()) {
      AccessToken token = renewed(gateway, tokens, InstantSource.system());
      tokens.then(
          socket -> {
            asked.countDown();
            answer.await();
            ScriptedServer.answer("{\"access_token\":\"one\",\"expires_in\":900}").play(socket);
          });
      FutureTask<Optional<String>> first = new FutureTask<>(token::current);
      FutureTask<Optional<String>> second = new FutureTask<>(token::current);
      Thread.startVirtualThread(first);
      asked.await();
      Thread waiting = Thread.ofPlatform().daemon().start(second);
      while (waiting.isAlive() && waiting.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }

      token.rejected("another");
      answer.countDown();

      assertEquals(Optional.of("one"), first.get());
      assertEquals(Optional.of("one"), second.get());
      assertEquals(1, tokens.requests().size());
    }
  }

  @Test
  void without_a_token_nothing_is_sent() throws Exception {
    try (ScriptedServer gateway = new ScriptedServer();
        ScriptedServer tokens = new ScriptedServer()) {
      tokens.then(ScriptedServer.answer(500, "text/html", "<html>"));

      assertEquals(
          new Transport.Delivery.NotSent("platform.no-token"),
          send(gateway, renewed(gateway, tokens, InstantSource.system())));
      assertEquals(List.of(), gateway.requests());
    }
  }

  private static AccessToken renewed(
      ScriptedServer gateway, ScriptedServer tokens, InstantSource clock) {
    return new AccessToken.ClientCredentials(tokens.address(), "id", "secret")
        .open(post(gateway), clock);
  }

  private static Transport.Delivery send(ScriptedServer server) {
    return send(server, new AccessToken.Fixed("token").open(post(server), InstantSource.system()));
  }

  private static HttpPost post(ScriptedServer server) {
    return new HttpPost(
        server.address(), new HttpPost.Patience(Duration.ofSeconds(2), Duration.ofSeconds(5)));
  }

  private static Transport.Delivery send(ScriptedServer server, AccessToken token) {
    String message = "{\"infno\":\"1101\",\"cainfo\":\"\",\"input\":" + INPUT + "}";
    return new CainfoTransport(
            post(server),
            new CainfoTransport.Account(
                CLIENT, Base64.getEncoder().encodeToString(HexFormat.of().parseHex(D))),
            token)
        .send("1101", message.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] base64(JsonNode text) {
    return Base64.getDecoder().decode(text.textValue());
  }

  private static String publicKey() {
    return Base64.getEncoder()
        .encodeToString(
            GMNamedCurves.getByName("sm2p256v1")
                .getG()
                .multiply(new BigInteger(D, 16))
                .getEncoded(false));
  }
}
