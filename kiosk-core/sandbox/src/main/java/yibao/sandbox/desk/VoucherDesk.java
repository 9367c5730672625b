package yibao.sandbox.desk;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import yibao.sandbox.people.PlatformRecord;
import yibao.sandbox.people.SandboxPerson;

/**
 * E-vouchers 医保电子凭证: phones show a QR code of 28 digits, {@code ec.query} turns it once into a
 * token that names the person in 1101.
 */
public final class VoucherDesk {

  private static final Duration GOOD_FOR = Duration.ofSeconds(60);
  private static final int EXPIRED = 500158;
  private static final int WRONG_CODE = 500159;

  private final SecureRandom random = new SecureRandom();
  private final JsonMapper mapper = new JsonMapper();
  private final Map<String, Shown> shown = new ConcurrentHashMap<>();
  private final Map<String, SandboxPerson> holders = new ConcurrentHashMap<>();
  private final InstantSource clock;

  private record Shown(SandboxPerson person, Instant until) {}

  VoucherDesk(InstantSource clock) {
    this.clock = clock;
  }

  /** A fresh code on the person's phone. */
  public String show(SandboxPerson person) {
    shown.values().removeIf(it -> it.until().isBefore(clock.instant().minus(GOOD_FOR)));
    String place = place(person);
    String code =
        "424%017d01%s0000"
            .formatted(random.nextLong(100_000_000_000_000_000L), place.substring(0, 2));
    shown.put(code, new Shown(person, clock.instant().plus(GOOD_FOR)));
    return code;
  }

  /** Answers {@code ec.query}. */
  LocalServiceDesk.Reply query(String code) {
    if (!code.matches("\\d{28}")) {
      return LocalServiceDesk.Reply.failed(WRONG_CODE, "请使用医保电子凭证二维码");
    }
    Shown voucher = shown.remove(code);
    if (voucher == null || voucher.until().isBefore(clock.instant())) {
      return LocalServiceDesk.Reply.failed(EXPIRED, "二维码已失效，请刷新");
    }
    return new LocalServiceDesk.Reply(
        0, "", Optional.of(describe(voucher.person()).put("ecQrCode", code)));
  }

  /** Who holds the voucher of this token. */
  Optional<SandboxPerson> holder(String token) {
    return Optional.ofNullable(holders.get(token));
  }

  /** The holder with a fresh token. */
  ObjectNode describe(SandboxPerson person) {
    byte[] tail = new byte[15];
    random.nextBytes(tail);
    String token = place(person) + "ec" + HexFormat.of().formatHex(tail);
    holders.put(token, person);
    ObjectNode data = mapper.createObjectNode();
    data.put("idNo", person.card().number());
    data.put("idType", person.platform().map(PlatformRecord::documentCode).orElse("01"));
    data.put("userName", person.card().name());
    data.put("ecToken", token);
    data.put("insuOrg", place(person));
    data.put("gender", person.card().sex());
    data.put("birthday", person.card().birth().toString());
    return data;
  }

  private static String place(SandboxPerson person) {
    return person
        .platform()
        .map(record -> record.insurances().getFirst().place())
        .orElse(person.card().number().substring(0, 6));
  }
}
