package yibao.sandbox.envelope;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets in requests whose envelope is right, each msgid once. */
public final class Gate {

  /** Sign-in; the one transaction that needs no sign_no. */
  public static final String SIGN_IN = "9001";

  /** The platform counts days and hours as Beijing does. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final DateTimeFormatter INF_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
  private static final Duration TOLERANCE = Duration.ofMinutes(15);
  private static final int REMEMBERED = 200_000;
  private static final int LONGEST_INPUT = 40_000;

  private static final List<Field> FIELDS =
      List.of(
          Field.required("infno", 6).like("[0-9A-Z]{4,6}"),
          Field.required("msgid", 30).like(".{12}20\\d{16}"),
          Field.required("mdtrtarea_admvs", 6).like("\\d{6}"),
          Field.optional("insuplc_admdvs", 6).like("\\d{6}"),
          Field.required("recer_sys_code", 10),
          Field.optional("dev_no", 100),
          Field.optional("dev_safe_info", 2000),
          Field.optional("cainfo", 1024),
          Field.optional("signtype", 10).like("SM2|SM3"),
          Field.required("infver", 6),
          Field.required("opter_type", 3).like("[123]"),
          Field.required("opter", 30),
          Field.required("opter_name", 50),
          Field.required("inf_time", 19),
          Field.required("fixmedins_code", 12).like(".{12}"),
          Field.required("fixmedins_name", 20),
          Field.optional("sign_no", 30));

  private final JsonMapper mapper =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private final InstantSource clock;
  private final Map<String, Boolean> seen =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** A gate that reads the time from {@code clock}. */
  public Gate(InstantSource clock) {
    this.clock = clock;
  }

  /** How a request fared at the gate. */
  public sealed interface Passage {
    /** It may go on. */
    record Admitted(Request request) implements Passage {}

    /** It is answered here. */
    record TurnedAway(Answer answer) implements Passage {}
  }

  /** Checks the envelope in {@code body}. */
  public Passage admit(byte[] body) {
    JsonNode envelope;
    try {
      envelope = mapper.readTree(body);
    } catch (JsonProcessingException fault) {
      return away(Codes.MALFORMED, "报文不是 JSON");
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    if (!envelope.isObject()) {
      return away(Codes.MALFORMED, "报文不是 JSON 对象");
    }
    for (Field field : FIELDS) {
      Optional<String> fault = field.faultIn(envelope);
      if (fault.isPresent()) {
        return away(Codes.MALFORMED, fault.get());
      }
    }
    JsonNode input = envelope.path("input");
    if (!input.isObject()) {
      return away(Codes.MALFORMED, "input 不能为空");
    }
    if (input.toString().length() > LONGEST_INPUT) {
      return away(Codes.MALFORMED, "input 超过长度 " + LONGEST_INPUT);
    }
    String msgid = envelope.path("msgid").textValue();
    if (!msgid.startsWith(envelope.path("fixmedins_code").textValue())) {
      return away(Codes.MALFORMED, "msgid 应以 fixmedins_code 开头");
    }
    if (mentionsPerson(input) && text(envelope, "insuplc_admdvs").isEmpty()) {
      return away(Codes.MALFORMED, "有 psn_no 时 insuplc_admdvs 不能为空");
    }
    Optional<Answer> late = checkTime(envelope.path("inf_time").textValue());
    if (late.isPresent()) {
      return new Passage.TurnedAway(late.get());
    }
    if (repeated(msgid)) {
      return away(Codes.REPEATED_MSGID, "msgid 重复");
    }
    return new Passage.Admitted(
        new Request(
            envelope.path("infno").textValue(),
            msgid,
            envelope.path("mdtrtarea_admvs").textValue(),
            text(envelope, "insuplc_admdvs"),
            envelope.path("fixmedins_code").textValue(),
            envelope.path("opter").textValue(),
            text(envelope, "dev_no"),
            text(envelope, "sign_no"),
            input));
  }

  private boolean repeated(String msgid) {
    synchronized (seen) {
      return seen.put(msgid, true) != null;
    }
  }

  private Optional<Answer> checkTime(String time) {
    try {
      Duration gap =
          Duration.between(
              LocalDateTime.parse(time, INF_TIME), LocalDateTime.ofInstant(clock.instant(), ZONE));
      return gap.abs().compareTo(TOLERANCE) > 0
          ? Optional.of(Answer.refused(Codes.WRONG_TIME, "inf_time 与平台时间相差过大"))
          : Optional.empty();
    } catch (DateTimeParseException fault) {
      return Optional.of(Answer.refused(Codes.MALFORMED, "inf_time 格式不正确"));
    }
  }

  /** Inputs hold one object, and that may hold psn_no. */
  private static boolean mentionsPerson(JsonNode input) {
    boolean found = input.has("psn_no");
    for (JsonNode node : input) {
      found |= node.hasNonNull("psn_no");
    }
    return found;
  }

  private static Optional<String> text(JsonNode envelope, String name) {
    return Optional.ofNullable(envelope.path(name).textValue()).filter(it -> !it.isBlank());
  }

  private static Passage away(int code, String message) {
    return new Passage.TurnedAway(Answer.refused(code, message));
  }
}
