package yibao.kiosk.platform.transport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import yibao.kiosk.platform.gm.Sm2;
import yibao.kiosk.platform.gm.Sm4;

/**
 * The outer envelope of provinces that sign with SM2 and encrypt with SM4: {@code appId}, {@code
 * timestamp}, {@code version}, {@code signType}, {@code encType}, {@code encData}, {@code
 * signData}.
 */
final class SmEnvelope {

  private static final Set<String> UNSIGNED = Set.of("signData", "encData", "extra");
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final int KEY_CHARACTERS = 16;

  private final JsonMapper mapper = new JsonMapper();
  private final SmEnvelopeTransport.Account account;
  private final Sm2.Signer signer;
  private final Sm2.Verifier verifier;
  private final Sm4 cipher;

  SmEnvelope(SmEnvelopeTransport.Account account) {
    this.account = account;
    signer = new Sm2.Signer(account.privateKey(), account.userId());
    verifier = new Sm2.Verifier(account.platformKey(), account.userId());
    cipher = new Sm4(sessionKey(account.appId(), account.appSecret()));
  }

  /** The key that encrypts data: the head of the secret's own ciphertext, as text. */
  static byte[] sessionKey(String appId, String appSecret) {
    byte[] outer = appId.substring(0, KEY_CHARACTERS).getBytes(StandardCharsets.UTF_8);
    String text = HEX.formatHex(new Sm4(outer).encrypt(appSecret.getBytes(StandardCharsets.UTF_8)));
    return text.substring(0, KEY_CHARACTERS).getBytes(StandardCharsets.US_ASCII);
  }

  /** Wraps, signs and encrypts one message. */
  byte[] seal(String infno, byte[] message, long millis) throws IOException {
    ObjectNode envelope = mapper.createObjectNode();
    envelope.put(account.idName(), account.appId());
    envelope.put("timestamp", Long.toString(millis));
    envelope.put("version", "1.0.0");
    envelope.put("signType", "SM2");
    envelope.put("encType", "SM4");
    if (account.sendsTransType()) {
      envelope.put("transType", infno);
    }
    JsonNode data = mapper.readTree(message);
    envelope.set("data", data);
    byte[] signature = signer.sign(toSign(envelope).getBytes(StandardCharsets.UTF_8));
    envelope.remove("data");
    envelope.put("encData", encrypt(dataText(data)));
    envelope.put("signData", Base64.getEncoder().encodeToString(signature));
    return mapper.writeValueAsBytes(envelope);
  }

  /**
   * Decrypts and verifies an answer.
   *
   * @return the message inside; empty when it is not signed by the platform
   * @throws IOException when it is no such envelope
   */
  Optional<byte[]> open(byte[] answer) throws IOException {
    if (!(mapper.readTree(answer) instanceof ObjectNode envelope)) {
      throw new IOException("no envelope");
    }
    byte[] data = decrypt(envelope.path("encData").asText());
    byte[] signature = signature(envelope);
    envelope.set("data", mapper.readTree(data));
    return verifier.verify(toSign(envelope).getBytes(StandardCharsets.UTF_8), signature)
        ? Optional.of(data)
        : Optional.empty();
  }

  String encrypt(String data) {
    return HEX.formatHex(cipher.encrypt(data.getBytes(StandardCharsets.UTF_8)));
  }

  private byte[] decrypt(String encData) throws IOException {
    try {
      return cipher.decrypt(HexFormat.of().parseHex(encData));
    } catch (Sm4.BadCiphertext | IllegalArgumentException fault) {
      throw new IOException("encData cannot be decrypted");
    }
  }

  private static byte[] signature(ObjectNode envelope) throws IOException {
    try {
      return Base64.getDecoder().decode(envelope.path("signData").asText());
    } catch (IllegalArgumentException fault) {
      throw new IOException("signData is not Base64");
    }
  }

  /** The text that is signed: every filled field but the unsigned ones, sorted, then the secret. */
  String toSign(ObjectNode envelope) {
    TreeMap<String, String> fields = new TreeMap<>();
    envelope
        .properties()
        .forEach(
            field -> {
              String text =
                  field.getValue().isContainerNode()
                      ? dataText(field.getValue())
                      : field.getValue().asText("");
              if (!UNSIGNED.contains(field.getKey())
                  && !field.getValue().isNull()
                  && !text.isEmpty()) {
                fields.put(field.getKey(), text);
              }
            });
    return fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + field.getValue())
            .collect(Collectors.joining("&"))
        + "&key="
        + account.appSecret();
  }

  /**
   * Compact JSON with sorted keys and without empty values, as both signature and cipher want it.
   */
  String dataText(JsonNode data) {
    try {
      return mapper.writeValueAsString(tidy(data));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private JsonNode tidy(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode sorted = JsonNodeFactory.instance.objectNode();
        TreeMap<String, JsonNode> fields = new TreeMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        fields.forEach(
            (name, value) -> {
              if (!isEmpty(value)) {
                sorted.set(name, tidy(value));
              }
            });
        yield sorted;
      }
      case ArrayNode list -> {
        ArrayNode tidied = JsonNodeFactory.instance.arrayNode();
        list.forEach(item -> tidied.add(tidy(item)));
        yield tidied;
      }
      default ->
          account.numbersAsText() && (node.isNumber() || node.isBoolean())
              ? JsonNodeFactory.instance.textNode(node.asText())
              : node;
    };
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isNull()
        || value.isTextual() && value.textValue().isEmpty()
        || value.isArray() && value.isEmpty();
  }
}
