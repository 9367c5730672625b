package yibao.sandbox.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import yibao.sandbox.envelope.Answer;
import yibao.sandbox.envelope.Codes;
import yibao.sandbox.envelope.Field;
import yibao.sandbox.envelope.Gate;
import yibao.sandbox.envelope.Request;
import yibao.sandbox.ledger.Intake;
import yibao.sandbox.ledger.Ledger;
import yibao.sandbox.ledger.LedgerFiling;
import yibao.sandbox.ledger.LedgerFiling.State;
import yibao.sandbox.ledger.Shortfall;

/**
 * Takes filings, each key once, and answers after them: 2501–2506, 990101–990106, 990110 to 990112.
 */
final class FilingDesk {

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final int PAGE = 50;
  static final int DAYS_TO_BRING_THE_REST = 10;
  private static final List<Field> DAY_LIST =
      List.of(
          Field.required("fil_date", 10).like("\\d{4}-\\d{2}-\\d{2}"),
          Field.optional("page_num", 6).like("[1-9]\\d*"));

  private static final List<Field> WITHDRAWAL =
      List.of(Field.required("trt_dcla_detl_sn", 30), Field.required("certno", 50));

  private final Ledger ledger;
  private final Map<String, Business> businesses;
  private final Business other;
  private final AttachmentDesk attachments;
  private final InstantSource clock;
  private final BooleanSupplier undecided;

  /**
   * A desk.
   *
   * @param businesses rules by what the ledger calls the kind
   * @param other rules of every other kind
   * @param attachments knows which scans are there
   * @param undecided whether nothing is decided at once just now
   */
  FilingDesk(
      Ledger ledger,
      Map<String, Business> businesses,
      Business other,
      AttachmentDesk attachments,
      InstantSource clock,
      BooleanSupplier undecided) {
    this.ledger = ledger;
    this.businesses = Map.copyOf(businesses);
    this.other = other;
    this.attachments = attachments;
    this.clock = clock;
    this.undecided = undecided;
  }

  /** Takes a filing by the rules of {@code business}. */
  Answer file(Business business, Request request) {
    Inputs input = new Inputs(request.input(business.node()));
    Optional<String> fault = business.fault(input);
    if (fault.isPresent()) {
      return Answer.refused(Codes.MALFORMED, fault.get());
    }
    String digest = input.digest();
    return ledger.inTurn(
        book -> {
          Optional<LedgerFiling> known = book.under(input.text("idemp_key"));
          if (known.isPresent()) {
            return known.get().digest().equals(digest)
                ? taken(business, known.get())
                : Answer.refused(Codes.KEY_REUSED, "该业务流水号已用于另一笔业务");
          }
          Optional<Answer> missing = attachments.missingFor(input);
          if (missing.isPresent()) {
            return missing.get();
          }
          LocalDate today = LocalDate.ofInstant(clock.instant(), Gate.ZONE);
          return switch (business.judge(request, input, book, today)) {
            case Business.Verdict.Refuse(Answer answer) -> answer;
            case Business.Verdict.InTheWay(LedgerFiling filing) ->
                new Answer(Codes.ALREADY_FILED, "此段时间已存在登记记录", described(filing));
            case Business.Verdict.Take take ->
                taken(business, take(take, request, input, digest, today, book));
          };
        });
  }

  private Answer taken(Business business, LedgerFiling filing) {
    if (filing.state() != State.FINISHED || !business.answersBriefly()) {
      return result(filing);
    }
    ObjectNode output = JsonNodeFactory.instance.objectNode();
    output.putObject("result").put("trt_dcla_detl_sn", filing.number());
    return Answer.of(output);
  }

  private LedgerFiling take(
      Business.Verdict.Take take,
      Request request,
      Inputs input,
      String digest,
      LocalDate today,
      Ledger.Book book) {
    String place = request.insuredPlace().orElse(request.place());
    Optional<Shortfall> shortfall = shortfall(input, today);
    Intake intake = intake(input);
    boolean awaited = shortfall.isPresent() || intake.originals();
    boolean decided =
        take.decidedNow() && (aboutAnother(take.business()) || !undecided.getAsBoolean());
    LedgerFiling filing =
        new LedgerFiling(
            place + today.format(DateTimeFormatter.BASIC_ISO_DATE) + "%06d".formatted(book.count()),
            Optional.of(input.text("idemp_key")),
            digest,
            take.business(),
            take.earlier().map(LedgerFiling::number),
            input.optional("psn_no").orElse(""),
            input.text("certno"),
            input.optional("insutype").orElse(""),
            place,
            take.content(),
            clock.instant(),
            request.device().orElse(request.organisation()),
            awaited ? State.RECEIVED : decided ? State.FINISHED : State.ACCEPTED,
            clock.instant(),
            shortfall,
            intake);
    write(filing, book);
    return filing;
  }

  private static Intake intake(Inputs input) {
    Optional<Intake.Unit> promised =
        Stream.of(Intake.Unit.values())
            .filter(unit -> input.optional(field(unit)).isPresent())
            .findFirst();
    return new Intake(
        input.optional("orig_flag").filter("1"::equals).isPresent(),
        promised.flatMap(unit -> input.optional(field(unit))).map(Integer::valueOf),
        promised.orElse(Intake.Unit.WORKING_DAYS),
        input.day("prms_date"),
        input.optional("srv_item"),
        input.optional("att_matrs").map(names -> List.of(names.split(","))).orElse(List.of()));
  }

  private static String field(Intake.Unit unit) {
    return switch (unit) {
      case WORKING_DAYS -> "prms_days";
      case NATURAL_DAYS -> "prms_natr_days";
      case MONTHS -> "prms_mons";
    };
  }

  /** What the citizen may still bring 容缺: everything named, within ten days. */
  private static Optional<Shortfall> shortfall(Inputs input, LocalDate today) {
    return input
        .optional("lack_matrs")
        .map(
            names ->
                new Shortfall(
                    List.of(names.split(",")), "", today.plusDays(DAYS_TO_BRING_THE_REST)));
  }

  /** Writes a filing, and with one that is done the end of what it acts on. */
  private void write(LedgerFiling filing, Ledger.Book book) {
    Optional<LedgerFiling> earlier = filing.earlier().flatMap(book::find);
    if (earlier.isPresent() && filing.state() == State.FINISHED) {
      book.write(rules(filing).earlierAfter(earlier.get(), filing, clock.instant()), filing);
    } else {
      book.write(filing);
    }
  }

  /** Whether it only completes or corrects another filing. */
  private static boolean aboutAnother(String business) {
    return business.equals(Supplement.BUSINESS) || business.equals(Correction.BUSINESS);
  }

  private Business rules(LedgerFiling filing) {
    return businesses.getOrDefault(filing.business(), other);
  }

  /**
   * The platform's own staff decide a filing.
   *
   * @throws IllegalArgumentException when there is no filing of this number
   */
  void decide(String number, State state) {
    ledger.inTurn(
        book -> {
          LedgerFiling filing =
              book.find(number)
                  .orElseThrow(() -> new IllegalArgumentException("no filing " + number));
          write(filing.in(state, clock.instant()), book);
          return filing;
        });
  }

  /**
   * The platform's own staff give a filing back 退回补正.
   *
   * @throws IllegalArgumentException when there is no filing of this number
   */
  void giveBack(String number, Shortfall shortfall) {
    ledger.inTurn(
        book -> {
          LedgerFiling filing =
              book.find(number)
                  .orElseThrow(() -> new IllegalArgumentException("no filing " + number));
          book.write(filing.lacking(shortfall, clock.instant()));
          return filing;
        });
  }

  /** Takes back what is not decided yet: 990106. */
  Answer withdraw(Request request) {
    Inputs input = new Inputs(request.input("data"));
    Optional<String> fault = input.fault(WITHDRAWAL);
    if (fault.isPresent()) {
      return Answer.refused(Codes.MALFORMED, fault.get());
    }
    return ledger.inTurn(
        book -> {
          Optional<LedgerFiling> filing =
              book.find(input.text("trt_dcla_detl_sn"))
                  .filter(it -> it.certificate().equals(input.text("certno")));
          if (filing.isEmpty()) {
            return Answer.refused(Codes.NO_SUCH_FILING, "没有这笔业务");
          }
          return switch (filing.get().state()) {
            case WITHDRAWN -> result(filing.get());
            case RECEIVED, ACCEPTED, RETURNED -> {
              LedgerFiling withdrawn = filing.get().in(State.WITHDRAWN, clock.instant());
              book.write(withdrawn);
              yield result(withdrawn);
            }
            case IN_REVIEW, FINISHED, PAUSED, REJECTED, ENDED ->
                Answer.refused(Codes.WRONG_STATE, "已进入审核或已办结，不能撤回");
          };
        });
  }

  /** What became of a key: 990102. */
  Answer askByKey(Request request) {
    return found(
        new Inputs(request.input("data")).optional("idemp_key"), (book, key) -> book.under(key));
  }

  /** Where a filing stands: 990103. */
  Answer askByNumber(Request request) {
    return found(
        new Inputs(request.input("data")).optional("trt_dcla_detl_sn"),
        (book, number) -> book.find(number));
  }

  private interface Finder {
    Optional<LedgerFiling> find(Ledger.Book book, String what);
  }

  private Answer found(Optional<String> what, Finder finder) {
    if (what.isEmpty()) {
      return Answer.refused(Codes.MALFORMED, "idemp_key 或 trt_dcla_detl_sn 不能为空");
    }
    return ledger
        .inTurn(book -> finder.find(book, what.get()))
        .map(this::result)
        .orElse(Answer.refused(Codes.NO_SUCH_FILING, "没有这笔业务"));
  }

  /** A person's filings, newest first: 990104. */
  Answer ofPerson(Request request) {
    Optional<String> person = new Inputs(request.input("data")).optional("psn_no");
    if (person.isEmpty()) {
      return Answer.refused(Codes.MALFORMED, "psn_no 不能为空");
    }
    List<LedgerFiling> filings =
        ledger.inTurn(book -> book.of(person.get())).stream()
            .filter(it -> !aboutAnother(it.business()))
            .sorted(Comparator.comparing(LedgerFiling::takenAt).reversed())
            .toList();
    return Answer.of(list(filings));
  }

  /** What one organisation's terminals handed in on a day, oldest first, by pages: 990105. */
  Answer ofDay(Request request) {
    Inputs input = new Inputs(request.input("data"));
    Optional<String> fault = input.fault(DAY_LIST);
    Optional<LocalDate> day = input.day("fil_date");
    if (fault.isPresent() || day.isEmpty()) {
      return Answer.refused(Codes.MALFORMED, fault.orElse("fil_date 格式不正确"));
    }
    String terminal = request.device().orElse(request.organisation());
    List<LedgerFiling> filings =
        ledger.all().stream()
            .filter(it -> it.key().isPresent())
            .filter(it -> it.terminal().equals(terminal) && it.takenOn().equals(day.get()))
            .toList();
    int from = (Integer.parseInt(input.optional("page_num").orElse("1")) - 1) * PAGE;
    ObjectNode output = list(filings.stream().skip(from).limit(PAGE).toList());
    output.put("total", filings.size());
    return Answer.of(output);
  }

  private ObjectNode list(List<LedgerFiling> filings) {
    ObjectNode output = JsonNodeFactory.instance.objectNode();
    if (filings.isEmpty()) {
      output.putNull("result");
    } else {
      ArrayNode rows = output.putArray("result");
      filings.forEach(filing -> describe(filing, rows.addObject()));
    }
    return output;
  }

  private Answer result(LedgerFiling filing) {
    return Answer.of(described(filing));
  }

  private ObjectNode described(LedgerFiling filing) {
    ObjectNode output = JsonNodeFactory.instance.objectNode();
    describe(filing, output.putObject("result"));
    return output;
  }

  void describe(LedgerFiling filing, ObjectNode row) {
    if (aboutAnother(filing.business())) {
      // What completes or corrects a filing is no business of its own: that one counts.
      ledger
          .inTurn(book -> filing.earlier().flatMap(book::find))
          .ifPresent(it -> describe(it, row));
      row.put("idemp_key", filing.key().orElse(""));
      return;
    }
    row.put("trt_dcla_detl_sn", filing.number());
    row.put("idemp_key", filing.key().orElse(""));
    row.put("crt_prcs_stas", progress(filing.state()));
    row.put("fil_date", filing.takenOn().toString());
    row.put("prcs_time", SECOND.format(LocalDateTime.ofInstant(filing.changedAt(), Gate.ZONE)));
    row.put("insutype", filing.insurance());
    row.put("summ", rules(filing).summary(filing));
    if (businesses.containsKey(filing.business())) {
      filing.content().forEach(row::put);
    } else {
      row.put("biz_type", filing.business());
      filing.field("biz_sub_type").ifPresent(sub -> row.put("biz_sub_type", sub));
      ObjectNode form = row.putObject("appy_cont");
      filing.content().forEach(form::put);
      form.remove("biz_sub_type");
    }
    filing
        .shortfall()
        .ifPresent(
            shortfall -> {
              row.put("lack_matrs", String.join(",", shortfall.materials()));
              row.put("rchk_opnn", shortfall.words());
              row.put("supl_date", shortfall.by().toString());
            });
    describePromise(filing, row);
  }

  /** The day promised while the limit runs; before that the limit which the papers will start. */
  private static void describePromise(LedgerFiling filing, ObjectNode row) {
    switch (filing.state()) {
      case ACCEPTED, IN_REVIEW ->
          filing.intake().due().ifPresent(day -> row.put("prms_date", day.toString()));
      case RECEIVED, RETURNED -> {
        if (!filing.intake().originals()) {
          describeLimit(filing, row);
        }
      }
      case FINISHED, PAUSED, REJECTED, WITHDRAWN, ENDED -> {}
    }
  }

  /** How much time was promised from acceptance on. */
  static void describeLimit(LedgerFiling filing, ObjectNode row) {
    Intake intake = filing.intake();
    intake.limit().ifPresent(much -> row.put(field(intake.unit()), much.toString()));
  }

  private static String progress(State state) {
    return switch (state) {
      case RECEIVED -> "04";
      case ACCEPTED -> "01";
      case FINISHED -> "02";
      case RETURNED -> "03";
      case IN_REVIEW -> "11";
      case REJECTED -> "13";
      case PAUSED -> "21";
      case WITHDRAWN -> "22";
      case ENDED -> "23";
    };
  }
}
