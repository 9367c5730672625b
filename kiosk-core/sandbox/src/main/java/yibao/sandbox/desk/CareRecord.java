package yibao.sandbox.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import yibao.sandbox.envelope.Answer;
import yibao.sandbox.envelope.Field;
import yibao.sandbox.envelope.Request;
import yibao.sandbox.ledger.Ledger;
import yibao.sandbox.ledger.LedgerFiling;
import yibao.sandbox.ledger.LedgerFiling.State;
import yibao.sandbox.people.PlatformRecord;
import yibao.sandbox.people.PlatformRecord.Chronic;
import yibao.sandbox.people.PlatformRecord.Designated;
import yibao.sandbox.people.PlatformRecord.Referred;

/** Where a person may be treated, put on record: 2501, 2503 and 2505. */
final class CareRecord implements Business {

  /** 转院备案. */
  static final String REFERRAL = "2501";

  /** 人员慢特病备案. */
  static final String CHRONIC = "2503";

  /** 人员定点备案. */
  static final String DESIGNATION = "2505";

  /** The kinds of record. */
  enum Kind {
    /** A hospital sends on to another. */
    REFERRAL(
        CareRecord.REFERRAL,
        "转院备案",
        "refmedin",
        true,
        List.of("reflin_medins_no", "refl_date"),
        List.of(
            Field.required("insu_optins", 6),
            Field.required("diag_code", 30),
            Field.required("diag_name", 100),
            Field.optional("dise_cond_dscr", 2000),
            Field.required("reflin_medins_no", 12),
            Field.required("reflin_medins_name", 200),
            Field.required("mdtrtarea_admdvs", 6).like("\\d{6}"),
            Field.optional("hosp_agre_refl_flag", 1).like("[01]"),
            Field.optional("refl_type", 3),
            Field.required("refl_date", 10).like(Kind.DAY),
            Field.optional("refl_rea", 100),
            Field.optional("refl_opnn", 200))),
    /**
     * A chronic disease is to be treated as one. From a hall only an application comes: the codes
     * and the physician are the examiner's to add.
     */
    CHRONIC(
        CareRecord.CHRONIC,
        "门诊慢特病病种待遇认定",
        "data",
        false,
        List.of("opsp_dise_code", "opsp_dise_name"),
        List.of(
            Field.required("insu_optins", 6),
            Field.optional("opsp_dise_code", 30),
            Field.required("opsp_dise_name", 300),
            Field.optional("ide_fixmedins_no", 12),
            Field.required("ide_fixmedins_name", 200),
            Field.required("hosp_ide_date", 10).like(Kind.DAY),
            Field.optional("diag_dr_codg", 30),
            Field.optional("diag_dr_name", 50),
            Field.optional("biz_sub_type", 40))),
    /** An institution is chosen. */
    DESIGNATION(
        CareRecord.DESIGNATION,
        "人员定点备案",
        "data",
        true,
        List.of("biz_appy_type", "fixmedins_code"),
        List.of(
            Field.required("biz_appy_type", 6).like("\\d{2,6}"),
            Field.optional("fix_srt_no", 3).like("\\d{1,3}"),
            Field.required("fixmedins_code", 12),
            Field.required("fixmedins_name", 200),
            Field.optional("agnter_name", 50),
            Field.optional("agnter_cert_type", 6),
            Field.optional("agnter_certno", 50),
            Field.optional("agnter_tel", 50),
            Field.optional("agnter_addr", 200),
            Field.optional("agnter_rlts", 3),
            Field.optional("memo", 500)));

    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
    private static final List<Field> ALWAYS =
        List.of(
            Field.required("psn_no", 30),
            Field.required("insutype", 6),
            Field.optional("tel", 50),
            Field.optional("addr", 200),
            Field.required("begndate", 10).like(DAY),
            Field.optional("enddate", 10).like(DAY));

    private final String infno;
    private final String words;
    private final String node;
    private final boolean decidedAtOnce;
    private final List<String> sameIf;
    private final List<Field> fields;

    Kind(
        String infno,
        String words,
        String node,
        boolean decidedAtOnce,
        List<String> sameIf,
        List<Field> fields) {
      this.infno = infno;
      this.words = words;
      this.node = node;
      this.decidedAtOnce = decidedAtOnce;
      this.sameIf = sameIf;
      this.fields = fields;
    }

    /** Its transaction, which is what the ledger calls it too. */
    String infno() {
      return infno;
    }

    private List<Field> all() {
      return Stream.concat(ALWAYS.stream(), fields.stream()).toList();
    }
  }

  private final Kind kind;
  private final Entitlement entitlement;

  CareRecord(Kind kind, Register register) {
    this.kind = kind;
    this.entitlement = new Entitlement(register);
  }

  @Override
  public String node() {
    return kind.node;
  }

  @Override
  public boolean answersBriefly() {
    return true;
  }

  @Override
  public Optional<String> fault(Inputs input) {
    return input.fault(kind.all()).or(() -> Promise.fault(input));
  }

  @Override
  public Verdict judge(Request request, Inputs input, Ledger.Book book, LocalDate today) {
    Optional<Answer> refusal = entitlement.refusal(request, input);
    if (refusal.isPresent()) {
      return new Verdict.Refuse(refusal.get());
    }
    Map<String, String> content = input.object("appy_cont");
    content.putAll(input.texts(kind.all().stream().map(Field::name).toList()));
    content.keySet().removeAll(List.of("psn_no", "insutype"));
    return book.of(input.text("psn_no")).stream()
        .filter(it -> it.business().equals(kind.infno))
        .filter(LedgerFiling::standing)
        .filter(
            it -> it.field("enddate").filter(end -> end.compareTo(today.toString()) < 0).isEmpty())
        .filter(
            it ->
                kind.sameIf.stream()
                    .allMatch(field -> it.field(field).equals(input.optional(field))))
        .findFirst()
        .<Verdict>map(Verdict.InTheWay::new)
        .orElseGet(
            () -> new Verdict.Take(kind.infno, content, kind.decidedAtOnce, Optional.empty()));
  }

  @Override
  public LedgerFiling earlierAfter(LedgerFiling earlier, LedgerFiling filing, Instant now) {
    return earlier.in(State.ENDED, now);
  }

  @Override
  public String summary(LedgerFiling filing) {
    return kind.words;
  }

  /** The person's record with one that is done on it; an application without code is on none. */
  static PlatformRecord onto(PlatformRecord record, LedgerFiling filing) {
    LocalDate begin = LocalDate.parse(filing.field("begndate").orElseThrow());
    Optional<LocalDate> end = filing.field("enddate").map(LocalDate::parse);
    return switch (filing.business()) {
      case CHRONIC ->
          filing
              .field("opsp_dise_code")
              .map(code -> new Chronic(code, filing.field("opsp_dise_name").orElse(""), begin, end))
              .map(record::entitledTo)
              .orElse(record);
      case DESIGNATION ->
          record.caredFor(
              record
                  .care()
                  .and(
                      new Designated(
                          filing.field("fixmedins_code").orElseThrow(),
                          filing.field("fixmedins_name").orElseThrow(),
                          begin,
                          end)));
      case REFERRAL ->
          record.caredFor(
              record
                  .care()
                  .and(
                      new Referred(
                          filing.number(),
                          filing.field("reflin_medins_no").orElseThrow(),
                          filing.field("reflin_medins_name").orElseThrow(),
                          LocalDate.parse(filing.field("refl_date").orElseThrow()),
                          begin,
                          end)));
      default -> record;
    };
  }
}
