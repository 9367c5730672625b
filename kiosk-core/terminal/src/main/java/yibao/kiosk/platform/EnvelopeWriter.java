package yibao.kiosk.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Puts a message into the national envelope (request of 接口规范, plain). */
final class EnvelopeWriter {

  /** Times in envelopes are Beijing's. */
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final DateTimeFormatter MSGID_TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZONE);
  private static final DateTimeFormatter INF_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZONE);
  private static final String SELF_SERVICE_TERMINAL = "2";
  private static final int SERIALS = 10_000;

  private final JsonMapper mapper = new JsonMapper();
  private final ProvinceProfile profile;
  private final TerminalIdentity terminal;
  private final InstantSource clock;
  private final AtomicInteger serial;

  /**
   * A writer.
   *
   * @param firstSerial where the msgid's serial starts, 0–9999; random, so that a restart within
   *     the second does not repeat one
   */
  EnvelopeWriter(
      ProvinceProfile profile, TerminalIdentity terminal, InstantSource clock, int firstSerial) {
    this.profile = profile;
    this.terminal = terminal;
    this.clock = clock;
    this.serial = new AtomicInteger(firstSerial);
  }

  /** The envelope as JSON in UTF-8, with a msgid of its own. */
  byte[] write(Message message, Optional<String> signNumber) {
    Instant now = clock.instant();
    ObjectNode envelope = mapper.createObjectNode();
    envelope.put("infno", message.infno());
    envelope.put("msgid", messageNumber(now));
    envelope.put("mdtrtarea_admvs", terminal.place());
    envelope.put("insuplc_admdvs", message.insuredPlace().orElse(""));
    envelope.put("recer_sys_code", profile.receiver());
    envelope.put("dev_no", terminal.device());
    envelope.put("dev_safe_info", "");
    envelope.put("cainfo", "");
    envelope.put("signtype", "");
    envelope.put("infver", profile.infver());
    envelope.put("opter_type", SELF_SERVICE_TERMINAL);
    envelope.put("opter", terminal.operator());
    envelope.put("opter_name", terminal.operatorName());
    envelope.put("inf_time", INF_TIME.format(now));
    envelope.put("fixmedins_code", terminal.organisation());
    envelope.put("fixmedins_name", terminal.organisationName());
    envelope.put("sign_no", signNumber.orElse(""));
    envelope.set("input", message.input());
    try {
      return mapper.writeValueAsBytes(envelope);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String messageNumber(Instant now) {
    int next = serial.getAndUpdate(last -> (last + 1) % SERIALS);
    return terminal.organisation() + MSGID_TIME.format(now) + "%04d".formatted(next);
  }
}
