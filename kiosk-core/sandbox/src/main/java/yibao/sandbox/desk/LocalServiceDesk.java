package yibao.sandbox.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import yibao.sandbox.people.People;
import yibao.sandbox.people.SandboxPerson;

/**
 * The terminal library's local service: {@code ec.query} decodes an e-voucher, {@code
 * cn.nhsa.ec.auth} looks at a face, {@code cn.nhsa.auth.check} says who it was. The first face that
 * matches activates the person's e-voucher.
 */
public final class LocalServiceDesk {

  private static final int NO_MATCH = 600101;
  private static final int NOT_LIVE = 600102;
  private static final int LOCKED = 600103;
  private static final int DOWN = 600199;
  private static final int MALFORMED = -1;

  private final SecureRandom random = new SecureRandom();
  private final JsonMapper mapper = new JsonMapper();
  private final Map<String, SandboxPerson> seen = new ConcurrentHashMap<>();
  private final Set<String> activated = ConcurrentHashMap.newKeySet();
  private final People people;
  private final VoucherDesk vouchers;
  private final Supplier<Face> face;

  LocalServiceDesk(People people, VoucherDesk vouchers, Supplier<Face> face) {
    this.people = people;
    this.vouchers = vouchers;
    this.face = face;
  }

  /** Answers one call; the data comes as JSON in a string, as some builds send it. */
  public byte[] serve(byte[] body) {
    JsonNode request = read(body);
    JsonNode data = request.path("data");
    Reply reply =
        switch (request.path("transType").asText()) {
          case "ec.query" -> vouchers.query(data.path("ecQrCode").asText());
          case "cn.nhsa.ec.auth" -> look(data);
          case "cn.nhsa.auth.check" -> check(data.path("authNo").asText());
          default -> Reply.failed(MALFORMED, "不支持的 transType");
        };
    return mapper
        .createObjectNode()
        .put("code", reply.code())
        .put("message", reply.message())
        .put("data", reply.data().map(ObjectNode::toString).orElse(""))
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * What a call ended in.
   *
   * @param code 0 done
   */
  record Reply(int code, String message, Optional<ObjectNode> data) {
    static Reply failed(int code, String message) {
      return new Reply(code, message, Optional.empty());
    }
  }

  private Reply look(JsonNode data) {
    String number = data.path("idNo").asText();
    if (!data.path("outBizNo").asText().matches(".{12}20\\d{6}\\d{9}") || number.isEmpty()) {
      return Reply.failed(MALFORMED, "outBizNo 或 idNo 格式不正确");
    }
    return switch (face.get()) {
      case DOWN -> Reply.failed(DOWN, "实人认证服务暂不可用");
      case LOCKED -> Reply.failed(LOCKED, "今日认证次数已用完");
      case NOT_LIVE -> Reply.failed(NOT_LIVE, "活体检测未通过");
      case NO_MATCH -> Reply.failed(NO_MATCH, "人脸比对不一致");
      case MATCH ->
          people.byDocument(number).map(this::matched).orElse(Reply.failed(NO_MATCH, "人脸比对不一致"));
    };
  }

  private Reply matched(SandboxPerson person) {
    StringBuilder number = new StringBuilder("ano");
    random.ints(25, 0, 10).forEach(number::append);
    seen.put(number.toString(), person);
    return new Reply(
        0, "", Optional.of(mapper.createObjectNode().put("authNo", number.toString())));
  }

  private Reply check(String authNumber) {
    SandboxPerson person = seen.remove(authNumber);
    if (person == null) {
      return Reply.failed(MALFORMED, "authNo 无效");
    }
    boolean first = activated.add(person.id());
    return new Reply(
        0, "", Optional.of(vouchers.describe(person).put("firstActivation", first ? "1" : "0")));
  }

  private JsonNode read(byte[] body) {
    try {
      return mapper.readTree(body);
    } catch (IOException garbage) {
      return MissingNode.getInstance();
    }
  }
}
