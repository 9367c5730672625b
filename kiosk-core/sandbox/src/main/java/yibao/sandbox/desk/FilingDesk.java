package yibao.sandbox.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import yibao.sandbox.envelope.Answer;
import yibao.sandbox.envelope.Codes;
import yibao.sandbox.envelope.Gate;
import yibao.sandbox.envelope.Request;
import yibao.sandbox.ledger.Ledger;
import yibao.sandbox.ledger.LedgerFiling;
import yibao.sandbox.ledger.LedgerFiling.State;
import yibao.sandbox.people.People;
import yibao.sandbox.people.PlatformRecord;

/** 990101 and 990102: relocation filings 异地就医备案, kept once for each idempotency key. */
final class FilingDesk {

  private final RelocationRules rules;
  private final Ledger ledger;
  private final Places places;
  private final InstantSource clock;
  private final BooleanSupplier undecided;

  FilingDesk(
      People people, Ledger ledger, Places places, InstantSource clock, BooleanSupplier undecided) {
    this.rules = new RelocationRules(people, places);
    this.ledger = ledger;
    this.places = places;
    this.clock = clock;
    this.undecided = undecided;
  }

  /** A filing that was on record before the sandbox first started. */
  static LedgerFiling before(PlatformRecord record, PlatformRecord.Filed filed) {
    PlatformRecord.Insured insured = record.insurances().getFirst();
    return new LedgerFiling(
        filed.number(),
        Optional.empty(),
        "",
        RelocationRules.NEW,
        Optional.empty(),
        record.number(),
        insured.kind(),
        insured.place(),
        filed.reason(),
        filed.destination(),
        filed.begin(),
        filed.end(),
        filed.address(),
        filed.phone(),
        0,
        filed.filedOn().atTime(9, 0).atZone(Gate.ZONE).toInstant(),
        "窗口",
        State.FINISHED);
  }

  Answer file(Request request) {
    JsonNode data = request.input("data");
    Inputs input = new Inputs(data);
    Optional<String> fault = rules.fault(input);
    if (fault.isPresent()) {
      return Answer.refused(Codes.MALFORMED, fault.get());
    }
    String digest = digest(data);
    return ledger.inTurn(
        book -> {
          Optional<LedgerFiling> known = book.under(input.text("idemp_key"));
          if (known.isPresent()) {
            return known.get().digest().equals(digest)
                ? taken(known.get())
                : Answer.refused(Codes.KEY_REUSED, "该业务流水号已用于另一笔备案");
          }
          return fileNew(book, request, input, digest);
        });
  }

  Answer ask(Request request) {
    return new Inputs(request.input("data"))
        .optional("idemp_key")
        .map(
            key ->
                ledger
                    .inTurn(book -> book.under(key))
                    .map(this::taken)
                    .orElse(Answer.refused(Codes.NO_SUCH_FILING, "没有此业务流水号的备案")))
        .orElse(Answer.refused(Codes.MALFORMED, "idemp_key 不能为空"));
  }

  private Answer fileNew(Ledger.Book book, Request request, Inputs input, String digest) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Gate.ZONE);
    String person = input.text("psn_no");
    Optional<LedgerFiling> earlier =
        input
            .optional("trt_dcla_detl_sn")
            .flatMap(book::find)
            .filter(it -> it.person().equals(person));
    Optional<Answer> refusal = rules.refusal(request, input, earlier, today);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    LedgerFiling filing = draw(request, input, digest, earlier, today, book.all().size());
    Optional<LedgerFiling> inTheWay =
        RelocationRules.coversDays(filing.event())
            ? book.of(person).stream()
                .filter(LedgerFiling::standing)
                .filter(other -> earlier.filter(other::equals).isEmpty())
                .filter(other -> other.overlaps(filing.begin(), filing.end()))
                .findFirst()
            : Optional.empty();
    if (inTheWay.isPresent()) {
      return alreadyFiled(inTheWay.get());
    }
    earlier.ifPresentOrElse(
        old -> book.write(old.in(RelocationRules.stateAfter(filing.event())), filing),
        () -> book.write(filing));
    return taken(filing);
  }

  /** Cancelling, pausing and resuming take their days and place from the earlier filing. */
  private LedgerFiling draw(
      Request request,
      Inputs input,
      String digest,
      Optional<LedgerFiling> earlier,
      LocalDate today,
      int serial) {
    String event = input.text("evt_type");
    boolean own = RelocationRules.coversDays(event);
    State state = own ? (undecided.getAsBoolean() ? State.ACCEPTED : State.FINISHED) : State.ENDED;
    return new LedgerFiling(
        request.insuredPlace().orElseThrow()
            + today.format(DateTimeFormatter.BASIC_ISO_DATE)
            + "%06d".formatted(serial),
        Optional.of(input.text("idemp_key")),
        digest,
        event,
        earlier.map(LedgerFiling::number),
        input.text("psn_no"),
        input.text("insutype"),
        request.insuredPlace().orElseThrow(),
        own ? input.text("rloc_rea") : earlier.orElseThrow().reason(),
        own ? input.text("rloc_admdvs") : earlier.orElseThrow().destination(),
        own ? input.day("begndate").orElseThrow() : today,
        own ? input.day("enddate") : Optional.of(today),
        own ? input.text("resout_addr") : earlier.orElseThrow().address(),
        own ? input.text("tel") : earlier.orElseThrow().phone(),
        Integer.parseInt(input.optional("att_cnt").orElse("0")),
        clock.instant(),
        request.device().orElse(request.organisation()),
        state);
  }

  private Answer taken(LedgerFiling filing) {
    return Answer.of(describe(filing));
  }

  private Answer alreadyFiled(LedgerFiling filing) {
    return new Answer(Codes.ALREADY_FILED, "此段时间已存在登记记录", describe(filing));
  }

  private ObjectNode describe(LedgerFiling filing) {
    ObjectNode output = JsonNodeFactory.instance.objectNode();
    ObjectNode row = output.putObject("result");
    row.put("trt_dcla_detl_sn", filing.number());
    row.put("crt_prcs_stas", RelocationRules.progress(filing));
    row.put("fil_date", LocalDate.ofInstant(filing.takenAt(), Gate.ZONE).toString());
    row.put("evt_type", filing.event());
    row.put("rloc_rea", filing.reason());
    row.put("rloc_admdvs", filing.destination());
    row.put("begndate", filing.begin().toString());
    filing
        .end()
        .ifPresentOrElse(day -> row.put("enddate", day.toString()), () -> row.putNull("enddate"));
    row.put(
        "summ",
        RelocationRules.reasonName(filing.reason())
            + "，"
            + places.destination(filing.destination()).orElse(filing.destination()));
    return output;
  }

  private static String digest(JsonNode data) {
    TreeMap<String, String> sorted = new TreeMap<>();
    data.properties().forEach(field -> sorted.put(field.getKey(), field.getValue().asText()));
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(sorted.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
