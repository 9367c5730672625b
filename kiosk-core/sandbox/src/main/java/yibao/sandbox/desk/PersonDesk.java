package yibao.sandbox.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import yibao.sandbox.envelope.Answer;
import yibao.sandbox.envelope.Codes;
import yibao.sandbox.envelope.Field;
import yibao.sandbox.envelope.Gate;
import yibao.sandbox.envelope.Request;
import yibao.sandbox.people.IdentityDocument;
import yibao.sandbox.people.PlatformRecord;
import yibao.sandbox.people.SandboxPerson;

/**
 * 1101. A platform knows its own province's people: those with an insurance whose place shares the
 * first two digits with mdtrtarea_admvs.
 */
final class PersonDesk implements Desk {

  private static final String VOUCHER = "01";
  private static final String IDENTITY_CARD = "02";
  private static final String SOCIAL_SECURITY_CARD = "03";
  private static final List<Field> FIELDS =
      List.of(
          Field.required("mdtrt_cert_type", 3).like("0[123]"),
          Field.required("mdtrt_cert_no", 50),
          Field.optional("card_sn", 32),
          Field.optional("begntime", 19),
          Field.optional("psn_cert_type", 6),
          Field.optional("certno", 50),
          Field.optional("psn_name", 50));
  private static final Answer NOBODY = Answer.refused(Codes.NO_SUCH_PERSON, "未查询到该人员的参保信息");

  private final Register register;
  private final VoucherDesk vouchers;
  private final InstantSource clock;

  PersonDesk(Register register, VoucherDesk vouchers, InstantSource clock) {
    this.register = register;
    this.vouchers = vouchers;
    this.clock = clock;
  }

  @Override
  public Answer serve(Request request) {
    Inputs input = new Inputs(request.input("data"));
    Optional<String> fault = input.fault(FIELDS);
    if (fault.isPresent()) {
      return Answer.refused(Codes.MALFORMED, fault.get());
    }
    boolean socialSecurityCard = input.text("mdtrt_cert_type").equals(SOCIAL_SECURITY_CARD);
    if (socialSecurityCard && input.optional("card_sn").isEmpty()) {
      return Answer.refused(Codes.MALFORMED, "card_sn 不能为空");
    }
    return holder(input)
        .filter(person -> belongsHere(person, request.place()))
        .map(this::describe)
        .map(Answer::of)
        .orElse(NOBODY);
  }

  private Optional<SandboxPerson> holder(Inputs input) {
    String number = input.text("mdtrt_cert_no");
    return switch (input.text("mdtrt_cert_type")) {
      case VOUCHER -> vouchers.holder(number).map(register::now);
      case IDENTITY_CARD -> register.byDocument(number);
      default -> register.bySocialSecurityCard(number, input.text("card_sn"));
    };
  }

  private static boolean belongsHere(SandboxPerson person, String place) {
    return person.platform().stream()
        .flatMap(record -> record.insurances().stream())
        .anyMatch(insured -> insured.place().startsWith(place.substring(0, 2)));
  }

  private ObjectNode describe(SandboxPerson person) {
    PlatformRecord record = person.platform().orElseThrow();
    IdentityDocument card = person.card();
    ObjectNode output = JsonNodeFactory.instance.objectNode();
    ObjectNode base = output.putObject("baseinfo");
    base.put("psn_no", record.number());
    base.put("psn_cert_type", record.documentCode());
    base.put("certno", card.number());
    base.put("psn_name", record.name().orElse(card.name()));
    base.put("gend", card.sex());
    base.put("naty", card.ethnic().orElse(""));
    base.put("brdy", card.birth().toString());
    base.put("age", age(card.birth()));
    base.put("mob", record.phone().orElse(""));
    base.put("live_addr", record.address().orElse(""));
    base.putNull("exp_content");
    ArrayNode insurances = output.putArray("insuinfo");
    record.insurances().forEach(insured -> describe(insured, insurances.addObject()));
    if (record.identities().isEmpty()) {
      output.putObject("idetinfo");
    } else {
      ArrayNode identities = output.putArray("idetinfo");
      for (PlatformRecord.Identity identity : record.identities()) {
        ObjectNode row = identities.addObject();
        row.put("psn_idet_type", identity.type());
        row.put("begntime", identity.since() + " 00:00:00");
        row.putNull("endtime");
      }
    }
    return output;
  }

  /** Amounts leave as strings, as some provinces send them. */
  private static void describe(PlatformRecord.Insured insured, ObjectNode row) {
    row.put("balc", insured.balance().orElse(BigDecimal.ZERO).setScale(2).toPlainString());
    row.put("insutype", insured.kind());
    row.put("psn_type", insured.type());
    row.put("psn_insu_stas", insured.status());
    row.put("psn_insu_date", insured.since().toString());
    insured
        .pausedSince()
        .ifPresentOrElse(
            day -> row.put("paus_insu_date", day.toString()), () -> row.putNull("paus_insu_date"));
    row.put("cvlserv_flag", insured.type().equals("1102") ? "1" : "0");
    row.put("insuplc_admdvs", insured.place());
    row.put("emp_name", insured.employer().orElse(""));
  }

  private BigDecimal age(LocalDate birth) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Gate.ZONE);
    return BigDecimal.valueOf(ChronoUnit.MONTHS.between(birth, today))
        .divide(BigDecimal.valueOf(12), 1, RoundingMode.DOWN);
  }
}
