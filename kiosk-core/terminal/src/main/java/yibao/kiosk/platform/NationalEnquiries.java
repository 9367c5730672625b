package yibao.kiosk.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.record.AccountMovement;
import yibao.kiosk.record.Accumulation;
import yibao.kiosk.record.ChronicEntitlement;
import yibao.kiosk.record.DesignatedInstitution;
import yibao.kiosk.record.DrugEntry;
import yibao.kiosk.record.FeeLine;
import yibao.kiosk.record.FilingOnRecord;
import yibao.kiosk.record.HospitalStay;
import yibao.kiosk.record.Institution;
import yibao.kiosk.record.Referral;
import yibao.kiosk.record.Settlement;

/** Enquiries and the day's book in national fields. */
final class NationalEnquiries implements Enquiries, DayBook {

  private static final int MOST_PAGES = 200;

  private final Asking asking;
  private final ProvinceProfile profile;
  private final RecordMapping records;
  private final FilingMapping filings;
  private final CareEnquiries care;

  NationalEnquiries(ProvinceProfile profile, Exchange exchange, FilingMapping filings) {
    this.asking = new Asking(profile, exchange);
    this.profile = profile;
    this.records = new RecordMapping(profile);
    this.filings = filings;
    this.care = new CareEnquiries(profile, asking, records);
  }

  @Override
  public Reply<List<AccountMovement>> accountMovements(
      Subject subject, LocalDate from, LocalDate to) {
    return asking.about(
        subject,
        Operation.ACCOUNT_MOVEMENTS,
        object().put("begndate", from.toString()).put("enddate", to.toString()),
        output ->
            Fields.rows(output.path("result")).stream()
                .map(RecordMapping::movement)
                .sorted(Comparator.comparing(AccountMovement::day).reversed())
                .toList());
  }

  @Override
  public Reply<List<Settlement>> settlements(Subject subject, LocalDate from, LocalDate to) {
    return care.settlements(subject, from, to);
  }

  @Override
  public Reply<List<Accumulation>> accumulations(Subject subject, YearMonth until) {
    return care.accumulations(subject, until);
  }

  @Override
  public Reply<List<HospitalStay>> staysInHospital(Subject subject, LocalDate from, LocalDate to) {
    return care.staysInHospital(subject, from, to);
  }

  @Override
  public Reply<List<FeeLine>> fees(Subject subject, Settlement settlement) {
    return care.fees(subject, settlement);
  }

  @Override
  public Reply<List<ChronicEntitlement>> chronicEntitlements(Subject subject) {
    return care.chronicEntitlements(subject);
  }

  @Override
  public Reply<List<DesignatedInstitution>> designatedInstitutions(Subject subject) {
    return care.designatedInstitutions(subject);
  }

  @Override
  public Reply<List<Referral>> referrals(Subject subject, LocalDate from, LocalDate to) {
    return care.referrals(subject, from, to);
  }

  @Override
  public Reply<List<FilingOnRecord>> filings(Subject subject) {
    return asking.about(subject, Operation.FILINGS_OF_PERSON, object(), this::onRecord);
  }

  @Override
  public Reply<Optional<FilingOnRecord>> filing(String number) {
    Reply<Optional<FilingOnRecord>> reply =
        asking.ask(
            Operation.FILING_BY_NUMBER,
            "data",
            object().put("trt_dcla_detl_sn", number),
            output -> onRecord(output).stream().findFirst());
    return reply instanceof Reply.Refused<Optional<FilingOnRecord>>(String code, _)
            && profile.answers().filingNotThere().contains(code)
        ? new Reply.Answered<>(Optional.empty())
        : reply;
  }

  @Override
  public Reply<List<Institution>> institutions(String words, Optional<Institution.Kind> kind) {
    ObjectNode input = object().put("fixmedins_name", words);
    kind.flatMap(it -> profile.table("institutionKind").national(it.name()))
        .ifPresent(code -> input.put("fixmedins_type", code));
    return asking.ask(
        Operation.INSTITUTIONS,
        "medinsinfo",
        input,
        output ->
            Fields.rows(output.path("medinsinfo")).stream().map(records::institution).toList());
  }

  @Override
  public Reply<List<DrugEntry>> drugs(String words) {
    return asking.ask(
        Operation.DRUGS,
        "data",
        object().put("drug_name", words),
        output -> Fields.rows(output.path("result")).stream().map(records::drug).toList());
  }

  @Override
  public Reply<List<FilingOnRecord>> filingsOf(LocalDate day) {
    List<FilingOnRecord> all = new ArrayList<>();
    for (int page = 1; page <= MOST_PAGES; page++) {
      ObjectNode input =
          object().put("fil_date", day.toString()).put("page_num", Integer.toString(page));
      Reply<Page> reply = asking.ask(Operation.FILINGS_OF_DAY, "data", input, this::page);
      switch (reply) {
        case Reply.Answered<Page>(Page(List<FilingOnRecord> rows, int total)) -> {
          all.addAll(rows);
          if (all.size() >= total || rows.isEmpty()) {
            return all.size() == total
                ? new Reply.Answered<>(List.copyOf(all))
                : new Reply.Unreachable<>("platform.not-understood");
          }
        }
        case Reply.Refused<Page>(String code, String words) -> {
          return new Reply.Refused<>(code, words);
        }
        case Reply.Unreachable<Page>(String cause) -> {
          return new Reply.Unreachable<>(cause);
        }
      }
    }
    return new Reply.Unreachable<>("platform.not-understood");
  }

  private record Page(List<FilingOnRecord> rows, int total) {}

  private Page page(JsonNode output) {
    String total = new Fields(output).required("total");
    if (!total.matches("\\d{1,6}")) {
      throw new NotUnderstood("total");
    }
    return new Page(onRecord(output), Integer.parseInt(total));
  }

  private List<FilingOnRecord> onRecord(JsonNode output) {
    return Fields.rows(output.path("result")).stream().map(filings::onRecord).toList();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
