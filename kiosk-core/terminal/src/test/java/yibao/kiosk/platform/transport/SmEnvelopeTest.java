package yibao.kiosk.platform.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.junit.jupiter.api.Test;
import yibao.kiosk.platform.gm.Sm2;

/** The SM2/SM4 envelope against the published reading of its rules. */
class SmEnvelopeTest {

  private static final String APP_ID = "TESTAPPID0000001EXAMPLE000000001";
  private static final String SECRET = "TESTSECRET0123456789abcdefEXAMPLE";
  private static final String PUBLISHED_KEY =
      base64(
          "471e73636213d8315f8878066544208d9a41d6c3eaaeb8988b3b176afec880c9"
              + "2cd99fe06efd89392c9aefe3db496d351015648c46e6b3f91587e0456a4074b3");
  private static final String PUBLISHED_SIGNATURE =
      "+zFIkEMpgN3aqqArz+9PcdsCAj9egeLzTnX3E3S3oprTTqP/nuiw9EJiUCys3bCeXOQvZ/cCmbHaeCN4rwRpvQ==";
  private static final String DATA =
      "{\"age\":\"18\",\"arr\":[{\"x\":\"1\",\"y\":\"2\"}],\"b\":{\"a\":\"张三\",\"z\":\"1\"},"
          + "\"infno\":\"1101\",\"ok\":\"true\"}";
  private static final String ENC_DATA =
      "B776B42B4295B9F04DEF7BFADDC8412318D813EA6B21195F72CE88EE376DCB185D7D40132E09CCEF4DD0ACE612"
          + "EBE8FC6ABB37C8890A3E1049A799363DA208F25D22ED196C2322B48A53AA38B0B7297C69DFF16487827B"
          + "6D73B36268F2C98FD2";
  private static final String TO_SIGN =
      "appId="
          + APP_ID
          + "&data="
          + DATA
          + "&encType=SM4&signType=SM2&timestamp=1600000000000&version=1.0.0&key="
          + SECRET;

  private final JsonMapper mapper = new JsonMapper();
  private final SmEnvelope published = new SmEnvelope(account("01", PUBLISHED_KEY));

  @Test
  void the_session_key_is_the_head_of_the_encrypted_secret() {
    assertEquals(
        "CCEA4B1737E18260",
        new String(SmEnvelope.sessionKey(APP_ID, SECRET), StandardCharsets.US_ASCII));
  }

  @Test
  void the_signed_text_is_sorted_without_blanks_and_with_numbers_as_text() throws Exception {
    ObjectNode envelope =
        (ObjectNode)
            mapper.readTree(
                """
                {"version":"1.0.0","timestamp":"1600000000000","signType":"SM2","encType":"SM4",
                 "appId":"%s","signData":"old","extra":"x","chnlId":null,"transType":"",
                 "data":{"ok":true,"infno":"1101","b":{"z":1,"a":"张三","n":null},"age":18,
                         "arr":[{"y":"2","x":"1"}],"none":[],"blank":""}}
                """
                    .formatted(APP_ID));

    assertEquals(TO_SIGN, published.toSign(envelope));
    assertEquals(
        "51c9714d2baf8605e13bca0ea6213dfefe094b47a30869fe2b1b32769cae476a",
        HexFormat.of().formatHex(Sm2.digest(TO_SIGN.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void data_is_encrypted_as_published() {
    assertEquals(ENC_DATA, published.encrypt(DATA));
  }

  @Test
  void the_published_answer_opens() throws Exception {
    assertArrayEquals(
        DATA.getBytes(StandardCharsets.UTF_8),
        published
            .open(envelope(PUBLISHED_SIGNATURE).getBytes(StandardCharsets.UTF_8))
            .orElseThrow());
  }

  @Test
  void an_answer_that_somebody_else_signed_does_not_open() throws Exception {
    String other = PUBLISHED_SIGNATURE.replace("+zF", "+zG");

    assertTrue(published.open(envelope(other).getBytes(StandardCharsets.UTF_8)).isEmpty());
  }

  @Test
  void what_we_seal_the_other_side_opens_with_our_public_key() throws Exception {
    String ours = "11".repeat(32);
    SmEnvelope us = new SmEnvelope(account(ours, PUBLISHED_KEY));
    SmEnvelope platform = new SmEnvelope(account("01", publicKey(ours)));
    String message = "{\"infno\":\"1101\",\"input\":{\"data\":{\"psn_name\":\"张三\",\"n\":1}}}";

    byte[] sealed = us.seal("1101", message.getBytes(StandardCharsets.UTF_8), 1_600_000_000_000L);

    JsonNode outside = mapper.readTree(sealed);
    assertTrue(outside.path("data").isMissingNode(), "nothing in the clear");
    assertEquals("1600000000000", outside.path("timestamp").textValue());
    assertEquals(
        "{\"infno\":\"1101\",\"input\":{\"data\":{\"n\":\"1\",\"psn_name\":\"张三\"}}}",
        new String(platform.open(sealed).orElseThrow(), StandardCharsets.UTF_8));
  }

  /** The default user id to most sites, the secret to some. */
  @Test
  void who_signs_is_named_as_the_site_wants_it() throws Exception {
    String ours = "11".repeat(32);
    byte[] message = "{\"infno\":\"1101\"}".getBytes(StandardCharsets.UTF_8);
    byte[] sealed =
        new SmEnvelope(account(ours, PUBLISHED_KEY, "chnlId", SECRET, true))
            .seal("1101", message, 1_600_000_000_000L);

    assertEquals(APP_ID, mapper.readTree(sealed).path("chnlId").textValue());
    assertTrue(mapper.readTree(sealed).path("appId").isMissingNode());
    assertTrue(
        new SmEnvelope(account("01", publicKey(ours), null, SECRET, true))
            .open(sealed)
            .isPresent());
    assertTrue(new SmEnvelope(account("01", publicKey(ours))).open(sealed).isEmpty());
  }

  @Test
  void a_site_may_sign_numbers_as_numbers() throws Exception {
    ObjectNode envelope =
        (ObjectNode) mapper.readTree("{\"data\":{\"n\":1,\"ok\":true,\"t\":\"1\"}}");

    assertEquals(
        "data={\"n\":1,\"ok\":true,\"t\":\"1\"}&key=" + SECRET,
        new SmEnvelope(account("01", PUBLISHED_KEY, null, Sm2.DEFAULT_USER_ID, false))
            .toSign(envelope));
  }

  @Test
  void an_answer_with_a_wrong_signature_leaves_open_what_the_platform_did() throws Exception {
    assertEquals(
        new Transport.Delivery.Lost("platform.wrong-signature"),
        answeredWith(envelope(PUBLISHED_SIGNATURE.replace("+zF", "+zG"))));
    assertEquals(
        new Transport.Delivery.Lost("platform.not-understood"),
        answeredWith("{\"code\":500,\"message\":\"sign error\"}"));
    assertInstanceOf(
        Transport.Delivery.Answered.class, answeredWith(envelope(PUBLISHED_SIGNATURE)));
  }

  private static Transport.Delivery answeredWith(String answer) throws Exception {
    try (ScriptedServer server = new ScriptedServer()) {
      server.then(ScriptedServer.answer(answer));
      return new SmEnvelopeTransport(
              new HttpPost(
                  server.address(),
                  new HttpPost.Patience(Duration.ofSeconds(2), Duration.ofSeconds(5))),
              account("01", PUBLISHED_KEY),
              InstantSource.system())
          .send("1101", "{\"infno\":\"1101\"}".getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String envelope(String signature) {
    return """
    {"appId":"%s","timestamp":"1600000000000","version":"1.0.0","signType":"SM2",
     "encType":"SM4","encData":"%s","signData":"%s"}
    """
        .formatted(APP_ID, ENC_DATA, signature);
  }

  private static SmEnvelopeTransport.Account account(String d, String platformKey) {
    return account(d, platformKey, null, Sm2.DEFAULT_USER_ID, true);
  }

  private static SmEnvelopeTransport.Account account(
      String d, String platformKey, String idName, String userId, boolean numbersAsText) {
    return new SmEnvelopeTransport.Account(
        APP_ID, idName, SECRET, base64(d), platformKey, userId, numbersAsText, false);
  }

  private static String publicKey(String d) {
    byte[] point =
        GMNamedCurves.getByName("sm2p256v1")
            .getG()
            .multiply(new BigInteger(d, 16))
            .getEncoded(false);
    return Base64.getEncoder().encodeToString(point);
  }

  private static String base64(String hex) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }
}
