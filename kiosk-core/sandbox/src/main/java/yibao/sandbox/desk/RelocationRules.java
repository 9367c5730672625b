package yibao.sandbox.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.sandbox.envelope.Answer;
import yibao.sandbox.envelope.Codes;
import yibao.sandbox.envelope.Field;
import yibao.sandbox.envelope.Request;
import yibao.sandbox.ledger.LedgerFiling;
import yibao.sandbox.ledger.LedgerFiling.State;
import yibao.sandbox.people.People;
import yibao.sandbox.people.PlatformRecord;
import yibao.sandbox.people.SandboxPerson;

/** When the sandbox takes a relocation filing, and when not. */
final class RelocationRules {

  /** evt_type of a new filing. */
  static final String NEW = "1";

  private static final String CHANGE = "2";
  private static final String CANCEL = "3";
  private static final String PAUSE = "4";
  private static final String RESUME = "5";

  private static final int EARLIEST_DAYS = 180;
  private static final String NORMAL = "1";
  private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
  private static final String DIGEST = "[0-9a-f]{64}";

  private static final Map<String, String> REASONS =
      Map.of("02", "安置退休", "06", "异地转诊", "07", "长期居住", "08", "常驻工作", "11", "临时外出");

  private static final List<Field> ALWAYS =
      List.of(
          Field.required("idemp_key", 32).like("[0-9a-f]{32}"),
          Field.required("evt_type", 3).like("[1-5]"),
          Field.required("psn_no", 30),
          Field.required("psn_name", 50),
          Field.required("certno", 50),
          Field.required("insutype", 6).like("\\d{3,6}"),
          Field.required("opt_chnl", 3).like("6"),
          Field.optional("trt_dcla_detl_sn", 30),
          Field.optional("memo", 500),
          Field.optional("att_cnt", 3).like("\\d{1,3}"),
          Field.optional("cmmt_id", 64),
          Field.optional("cmmt_ver", 32),
          Field.optional("cmmt_dgst", 64).like(DIGEST),
          Field.optional("sign_flag", 1).like("[01]"),
          Field.optional("sign_dgst", 64).like(DIGEST));
  private static final List<Field> FOR_DAYS =
      List.of(
          Field.required("rloc_rea", 2).like("02|06|07|08|11"),
          Field.required("rloc_admdvs", 6).like("\\d{6}"),
          Field.required("begndate", 10).like(DAY),
          Field.optional("enddate", 10).like(DAY),
          Field.required("resout_addr", 100).like("(?s).{5,}"),
          Field.required("tel", 20).like("1[3-9]\\d{9}"));

  private final People people;
  private final Places places;

  RelocationRules(People people, Places places) {
    this.people = people;
    this.places = places;
  }

  static boolean coversDays(String event) {
    return event.equals(NEW) || event.equals(CHANGE);
  }

  /** Where the earlier filing stands once an event has been filed on it. */
  static State stateAfter(String event) {
    return switch (event) {
      case PAUSE -> State.PAUSED;
      case RESUME -> State.FINISHED;
      default -> State.ENDED;
    };
  }

  /** crt_prcs_stas; an event that covers no days is done as soon as it is taken. */
  static String progress(LedgerFiling filing) {
    return switch (filing.state()) {
      case ACCEPTED -> "01";
      case FINISHED, PAUSED, ENDED -> "02";
      case REJECTED -> "13";
    };
  }

  static String reasonName(String reason) {
    return REASONS.getOrDefault(reason, "异地就医");
  }

  /** What is wrong with the input's form; empty when nothing is. */
  Optional<String> fault(Inputs input) {
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
    boolean promised = input.optional("cmmt_id").isPresent();
    if (promised
        && (input.optional("cmmt_ver").isEmpty() || input.optional("cmmt_dgst").isEmpty())) {
      return Optional.of("承诺书缺少版本或摘要");
    }
    boolean signed = input.optional("sign_flag").filter("1"::equals).isPresent();
    if (signed != input.optional("sign_dgst").isPresent()) {
      return Optional.of("sign_flag 与 sign_dgst 不一致");
    }
    return promised && !signed ? Optional.of("承诺书没有签名") : Optional.empty();
  }

  /** Why a well-formed filing is not taken; empty when it may be. */
  Optional<Answer> refusal(
      Request request, Inputs input, Optional<LedgerFiling> earlier, LocalDate today) {
    Optional<SandboxPerson> person = people.byPlatformNumber(input.text("psn_no"));
    if (person.filter(it -> it.card().number().equals(input.text("certno"))).isEmpty()) {
      return refuse(Codes.NO_SUCH_PERSON, "人员编号与证件号码不符");
    }
    PlatformRecord record = person.get().platform().orElseThrow();
    String place = request.insuredPlace().orElseThrow();
    Optional<PlatformRecord.Insured> insured =
        record.insurances().stream()
            .filter(it -> it.kind().equals(input.text("insutype")) && it.place().equals(place))
            .findFirst();
    if (insured.isEmpty()) {
      return refuse(Codes.NOT_ENTITLED, "该人员在此参保地没有此险种");
    }
    if (!insured.get().status().equals(NORMAL)) {
      return refuse(Codes.NOT_ENTITLED, "该人员当前时间不享受医疗待遇");
    }
    String event = input.text("evt_type");
    if (!event.equals(NEW)) {
      Optional<Answer> refusal = refusalOf(event, earlier);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return coversDays(event) ? refusalOfDays(input, place, today) : Optional.empty();
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
