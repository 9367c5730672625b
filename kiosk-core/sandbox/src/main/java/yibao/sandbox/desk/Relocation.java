package yibao.sandbox.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.sandbox.envelope.Answer;
import yibao.sandbox.envelope.Codes;
import yibao.sandbox.envelope.Field;
import yibao.sandbox.envelope.Gate;
import yibao.sandbox.envelope.Request;
import yibao.sandbox.ledger.Intake;
import yibao.sandbox.ledger.Ledger;
import yibao.sandbox.ledger.LedgerFiling;
import yibao.sandbox.ledger.LedgerFiling.State;
import yibao.sandbox.people.PlatformRecord;
import yibao.sandbox.people.SandboxPerson;

/** Relocation filings 异地就医备案: 990101. */
final class Relocation implements Business {

  /** What the ledger calls them. */
  static final String BUSINESS = "relocation";

  private static final String NEW = "1";

  private static final String CHANGE = "2";
  private static final String CANCEL = "3";
  private static final String PAUSE = "4";
  private static final String RESUME = "5";

  private static final int EARLIEST_DAYS = 180;
  private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

  private static final Map<String, String> REASONS =
      Map.of("02", "安置退休", "06", "异地转诊", "07", "长期居住", "08", "常驻工作", "10", "急诊转住院", "11", "临时外出");

  private static final List<Field> ALWAYS =
      List.of(
          Field.required("evt_type", 3).like("[1-5]"),
          Field.required("psn_no", 30),
          Field.required("insutype", 6),
          Field.optional("trt_dcla_detl_sn", 30),
          Field.optional("memo", 500));
  private static final List<Field> FOR_DAYS =
      List.of(
          Field.required("rloc_rea", 2).like("02|06|07|08|10|11"),
          Field.required("rloc_admdvs", 6).like("\\d{6}"),
          Field.required("begndate", 10).like(DAY),
          Field.optional("enddate", 10).like(DAY),
          Field.required("resout_addr", 100).like("(?s).{5,}"),
          Field.required("tel", 20).like("1[3-9]\\d{9}"));

  private static final List<String> CONTENT =
      List.of(
          "evt_type",
          "rloc_rea",
          "rloc_admdvs",
          "begndate",
          "enddate",
          "resout_addr",
          "tel",
          "memo");

  private final Entitlement entitlement;
  private final Places places;

  Relocation(Register register, Places places) {
    this.entitlement = new Entitlement(register);
    this.places = places;
  }

  /** A filing that was on record before the sandbox first started. */
  static LedgerFiling before(
      SandboxPerson person, PlatformRecord record, PlatformRecord.Filed filed) {
    PlatformRecord.Insured insured = record.insurances().getFirst();
    Map<String, String> content =
        new LinkedHashMap<>(
            Map.of(
                "evt_type", NEW,
                "rloc_rea", filed.reason(),
                "rloc_admdvs", filed.destination(),
                "begndate", filed.begin().toString(),
                "resout_addr", filed.address(),
                "tel", filed.phone()));
    filed.end().ifPresent(day -> content.put("enddate", day.toString()));
    Instant filedAt = filed.filedOn().atTime(9, 0).atZone(Gate.ZONE).toInstant();
    return new LedgerFiling(
        filed.number(),
        Optional.empty(),
        "",
        BUSINESS,
        Optional.empty(),
        record.number(),
        person.card().number(),
        insured.kind(),
        insured.place(),
        content,
        filedAt,
        "窗口",
        State.FINISHED,
        filedAt,
        Optional.empty(),
        Intake.NOTHING);
  }

  private static boolean coversDays(String event) {
    return event.equals(NEW) || event.equals(CHANGE);
  }

  @Override
  public LedgerFiling earlierAfter(LedgerFiling earlier, LedgerFiling filing, Instant now) {
    State next =
        switch (filing.field("evt_type").orElse(NEW)) {
          case PAUSE -> State.PAUSED;
          case RESUME -> State.FINISHED;
          default -> State.ENDED;
        };
    return earlier.in(next, now);
  }

  @Override
  public String summary(LedgerFiling filing) {
    String place = filing.field("rloc_admdvs").orElse("");
    return REASONS.getOrDefault(filing.field("rloc_rea").orElse(""), "异地就医")
        + "，"
        + places.destination(place).orElse(place);
  }

  @Override
  public Optional<String> fault(Inputs input) {
    Optional<String> fault = input.fault(ALWAYS);
    if (fault.isPresent()) {
      return fault;
    }
    if (coversDays(input.text("evt_type"))) {
      fault = input.fault(FOR_DAYS);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Promise.fault(input);
  }

  @Override
  public Verdict judge(Request request, Inputs input, Ledger.Book book, LocalDate today) {
    String person = input.text("psn_no");
    String event = input.text("evt_type");
    Optional<LedgerFiling> earlier = earlier(input, book, person);
    Optional<Answer> refusal = refusal(request, input, earlier, today);
    if (refusal.isPresent()) {
      return new Verdict.Refuse(refusal.get());
    }
    if (coversDays(event)) {
      Optional<LedgerFiling> inTheWay = inTheWay(input, book, earlier);
      if (inTheWay.isPresent()) {
        return new Verdict.InTheWay(inTheWay.get());
      }
    }
    return new Verdict.Take(BUSINESS, input.texts(CONTENT), true, earlier);
  }

  /** The filing named, or the only one it can be. */
  private static Optional<LedgerFiling> earlier(Inputs input, Ledger.Book book, String person) {
    List<LedgerFiling> candidates =
        book.of(person).stream()
            .filter(it -> it.business().equals(BUSINESS))
            .filter(it -> coversDays(it.field("evt_type").orElse(NEW)))
            .toList();
    Optional<String> named = input.optional("trt_dcla_detl_sn");
    if (named.isPresent()) {
      return candidates.stream().filter(it -> it.number().equals(named.get())).findFirst();
    }
    List<LedgerFiling> standing = candidates.stream().filter(LedgerFiling::standing).toList();
    boolean clear = standing.size() == 1 && !input.text("evt_type").equals(NEW);
    return clear ? Optional.of(standing.getFirst()) : Optional.empty();
  }

  private static Optional<LedgerFiling> inTheWay(
      Inputs input, Ledger.Book book, Optional<LedgerFiling> earlier) {
    LocalDate begin = input.day("begndate").orElseThrow();
    Optional<LocalDate> end = input.day("enddate");
    return book.of(input.text("psn_no")).stream()
        .filter(it -> it.business().equals(BUSINESS))
        .filter(LedgerFiling::standing)
        .filter(other -> earlier.filter(other::equals).isEmpty())
        .filter(other -> overlap(other, begin, end))
        .findFirst();
  }

  /** Whether the days touch; a filing that covers none touches nothing, no end means for ever. */
  private static boolean overlap(LedgerFiling other, LocalDate begin, Optional<LocalDate> end) {
    Optional<LocalDate> otherBegin = other.field("begndate").map(LocalDate::parse);
    Optional<LocalDate> otherEnd = other.field("enddate").map(LocalDate::parse);
    return coversDays(other.field("evt_type").orElse(NEW))
        && otherEnd.filter(last -> last.isBefore(begin)).isEmpty()
        && end.filter(last -> otherBegin.filter(last::isBefore).isPresent()).isEmpty();
  }

  private Optional<Answer> refusal(
      Request request, Inputs input, Optional<LedgerFiling> earlier, LocalDate today) {
    Optional<Answer> refusal = entitlement.refusal(request, input);
    String event = input.text("evt_type");
    if (refusal.isEmpty() && !event.equals(NEW)) {
      refusal = refusalOf(event, earlier);
    }
    return refusal.isEmpty() && coversDays(event)
        ? refusalOfDays(input, request.insuredPlace().orElseThrow(), today)
        : refusal;
  }

  private static Optional<Answer> refusalOf(String event, Optional<LedgerFiling> earlier) {
    if (earlier.isEmpty()) {
      return refuse(Codes.NO_SUCH_FILING, "没有找到原备案");
    }
    State needed = event.equals(RESUME) ? State.PAUSED : State.FINISHED;
    boolean fits =
        event.equals(CANCEL) ? earlier.get().standing() : earlier.get().state() == needed;
    return fits ? Optional.empty() : refuse(Codes.WRONG_STATE, "原备案的状态不能办理此项");
  }

  private Optional<Answer> refusalOfDays(Inputs input, String place, LocalDate today) {
    String destination = input.text("rloc_admdvs");
    if (places.destination(destination).isEmpty()) {
      return refuse(Codes.WRONG_PLACE, "就医地应到地级市或直辖市");
    }
    if (Places.samePool(destination, place)) {
      return refuse(Codes.WRONG_PLACE, "就医地不能在本统筹区内");
    }
    Optional<LocalDate> begin = input.day("begndate");
    Optional<LocalDate> end = input.day("enddate");
    if (begin.isEmpty() || (end.isEmpty() && input.optional("enddate").isPresent())) {
      return refuse(Codes.WRONG_PERIOD, "日期不存在");
    }
    if (begin.get().isBefore(today.minusDays(EARLIEST_DAYS))
        || begin.get().isAfter(today.plusYears(1))) {
      return refuse(Codes.WRONG_PERIOD, "开始日期超出可备案范围");
    }
    if (end.filter(day -> !day.isAfter(begin.get())).isPresent()) {
      return refuse(Codes.WRONG_PERIOD, "结束日期应在开始日期之后");
    }
    return Optional.empty();
  }

  private static Optional<Answer> refuse(int code, String words) {
    return Optional.of(Answer.refused(code, words));
  }
}
