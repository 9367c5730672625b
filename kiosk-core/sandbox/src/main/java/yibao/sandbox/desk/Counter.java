package yibao.sandbox.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import yibao.sandbox.attachment.AttachmentStore;
import yibao.sandbox.directory.Directory;
import yibao.sandbox.envelope.Answer;
import yibao.sandbox.envelope.Codes;
import yibao.sandbox.envelope.Gate;
import yibao.sandbox.envelope.Request;
import yibao.sandbox.ledger.Ledger;
import yibao.sandbox.ledger.LedgerFiling;
import yibao.sandbox.ledger.Shortfall;
import yibao.sandbox.people.People;
import yibao.sandbox.people.SandboxPerson;

/** Takes a request to the desk that serves its transaction and wraps up the answer. */
public final class Counter {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(Gate.ZONE);
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(Gate.ZONE);
  private static final String OWN_PLACE = "100000";

  private final JsonMapper mapper = new JsonMapper();
  private final AtomicLong answers = new AtomicLong();
  private final InstantSource clock;
  private final Gate gate;
  private final SignInDesk signIn;
  private final VoucherDesk vouchers;
  private final LocalServiceDesk localService;
  private final FilingDesk filings;
  private final Map<String, Desk> desks = new HashMap<>();

  /**
   * A counter with all desks.
   *
   * @param anchors file of the points of audit records; ratings are kept beside it
   * @param undecided whether filings are taken without being decided just now
   * @param face what the face module finds just now
   */
  public Counter(
      People people,
      Ledger ledger,
      AttachmentStore attachments,
      Path anchors,
      InstantSource clock,
      BooleanSupplier undecided,
      Supplier<Face> face) {
    this.clock = clock;
    gate = new Gate(clock);
    signIn = new SignInDesk(clock);
    vouchers = new VoucherDesk(clock);
    localService = new LocalServiceDesk(people, vouchers, face);
    Register register = new Register(people, ledger);
    Relocation relocation = new Relocation(register, Places.embedded());
    HallBusiness others = new HallBusiness(register);
    Supplement supplement = new Supplement();
    Correction correction = new Correction(relocation);
    AttachmentDesk scans = new AttachmentDesk(attachments);
    Map<String, Business> care = careRecords(register);
    Map<String, Business> rules = new HashMap<>(care);
    rules.put(Relocation.BUSINESS, relocation);
    rules.put(Supplement.BUSINESS, supplement);
    rules.put(Correction.BUSINESS, correction);
    filings = new FilingDesk(ledger, rules, others, scans, clock, undecided);
    desks.put(Gate.SIGN_IN, signIn::signIn);
    desks.put("9002", signIn::signOut);
    desks.put("1101", new PersonDesk(register, vouchers, clock));
    desks.put("90100", new ContributionDesk(register, clock));
    AboutPerson persons = new AboutPerson(register);
    CareDesk onRecord = new CareDesk(persons);
    desks.put("5201", onRecord::visits);
    desks.put("5301", onRecord::chronic);
    desks.put("5302", onRecord::designated);
    desks.put("5303", onRecord::stays);
    desks.put("5304", onRecord::referrals);
    RecordsDesk records = new RecordsDesk(persons);
    desks.put("5203", records::settlement);
    desks.put("5204", records::fees);
    desks.put("5206", records::accumulations);
    desks.put("990201", records::movements);
    DirectoryDesk directory = new DirectoryDesk(Directory.embedded());
    desks.put("1201", directory::institutions);
    desks.put("990203", directory::drugs);
    desks.put("990101", request -> filings.file(relocation, request));
    desks.put("990102", filings::askByKey);
    desks.put("990103", filings::askByNumber);
    desks.put("990104", filings::ofPerson);
    desks.put("990105", filings::ofDay);
    desks.put("990106", filings::withdraw);
    desks.put("990107", scans::ask);
    desks.put("990108", scans::take);
    WitnessDesk witness = new WitnessDesk(anchors);
    desks.put("990120", witness::keep);
    desks.put("990121", witness::kept);
    desks.put("990130", new RatingDesk(anchors.resolveSibling("ratings"))::take);
    WindowDesk window = new WindowDesk(ledger, filings, register, clock);
    desks.put("990115", window::look);
    desks.put("990113", window::confirm);
    desks.put("990114", window::giveBack);
    desks.put("990110", request -> filings.file(others, request));
    desks.put("990111", request -> filings.file(supplement, request));
    desks.put("990112", request -> filings.file(correction, request));
    care.forEach((infno, rule) -> desks.put(infno, request -> filings.file(rule, request)));
  }

  private static Map<String, Business> careRecords(Register register) {
    return Map.of(
        "2501", new CareRecord(CareRecord.Kind.REFERRAL, register),
        "2502", new CareRecordEnd("2502", CareRecord.Kind.REFERRAL),
        "2503", new CareRecord(CareRecord.Kind.CHRONIC, register),
        "2504", new CareRecordEnd("2504", CareRecord.Kind.CHRONIC),
        "2505", new CareRecord(CareRecord.Kind.DESIGNATION, register),
        "2506", new CareRecordEnd("2506", CareRecord.Kind.DESIGNATION));
  }

  /** Filings the people had on record before the sandbox first started. */
  public static List<LedgerFiling> filedBefore(People people) {
    return people.all().stream().flatMap(Counter::filedBefore).toList();
  }

  private static Stream<LedgerFiling> filedBefore(SandboxPerson person) {
    return person.platform().stream()
        .flatMap(
            record -> record.filings().stream().map(it -> Relocation.before(person, record, it)));
  }

  /** The envelope that answers the envelope in {@code body}. */
  public byte[] serve(byte[] body) {
    Instant received = clock.instant();
    return wrap(
        received,
        switch (gate.admit(body)) {
          case Gate.Passage.TurnedAway(Answer answer) -> answer;
          case Gate.Passage.Admitted(Request request) -> serve(request);
        });
  }

  /** Like {@link #serve}, but nothing is done except signing in and out. */
  public byte[] turnAway(byte[] body) {
    Instant received = clock.instant();
    return wrap(
        received,
        switch (gate.admit(body)) {
          case Gate.Passage.TurnedAway(Answer answer) -> answer;
          case Gate.Passage.Admitted(Request request) when request.infno().startsWith("900") ->
              serve(request);
          case Gate.Passage.Admitted _ -> Answer.refused(Codes.NOT_TODAY, "系统维护，暂不办理");
        });
  }

  /** The local service of the terminal library. */
  public LocalServiceDesk localService() {
    return localService;
  }

  /** The desk that shows e-vouchers. */
  public VoucherDesk vouchers() {
    return vouchers;
  }

  /**
   * The platform's staff decide a filing.
   *
   * @throws IllegalArgumentException when there is no filing of this number
   */
  public void decide(String number, LedgerFiling.State state) {
    filings.decide(number, state);
  }

  /**
   * The platform's staff give a filing back for what it lacks.
   *
   * @throws IllegalArgumentException when there is no filing of this number
   */
  public void giveBack(String number, Shortfall shortfall) {
    filings.giveBack(number, shortfall);
  }

  private Answer serve(Request request) {
    Desk desk = desks.get(request.infno());
    if (desk == null) {
      return Answer.refused(Codes.UNKNOWN_TRANSACTION, "没有此交易 " + request.infno());
    }
    if (!request.infno().equals(Gate.SIGN_IN) && !signIn.isSignedIn(request)) {
      return Answer.refused(Codes.NOT_SIGNED_IN, "sign_no 无效，请重新签到");
    }
    return desk.serve(request);
  }

  private byte[] wrap(Instant received, Answer answer) {
    Instant now = clock.instant();
    ObjectNode envelope = mapper.createObjectNode();
    envelope.put("infcode", answer.code());
    envelope.put(
        "inf_refmsgid",
        OWN_PLACE + SECONDS.format(now) + "%010d".formatted(answers.incrementAndGet()));
    envelope.put("refmsg_time", MILLIS.format(received));
    envelope.put("respond_time", MILLIS.format(now));
    envelope.put("err_msg", answer.message());
    envelope.set("output", answer.output());
    try {
      return mapper.writeValueAsBytes(envelope);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
