package yibao.kiosk.platform;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Gatherers;
import yibao.kiosk.platform.Enquiries.Subject;
import yibao.kiosk.record.Accumulation;
import yibao.kiosk.record.ChronicEntitlement;
import yibao.kiosk.record.DesignatedInstitution;
import yibao.kiosk.record.FeeLine;
import yibao.kiosk.record.HospitalStay;
import yibao.kiosk.record.Referral;
import yibao.kiosk.record.Settlement;

/** What a person was treated for and what it cost: the national 52xx and 53xx transactions. */
final class CareEnquiries {

  /** So many settlements are asked for at a time. */
  private static final int AT_ONCE = 4;

  /** biz_appy_type 门慢门特. */
  private static final String CHRONIC_CARE = "01";

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");

  private final ProvinceProfile profile;
  private final Asking asking;
  private final RecordMapping records;

  CareEnquiries(ProvinceProfile profile, Asking asking, RecordMapping records) {
    this.profile = profile;
    this.asking = asking;
    this.records = records;
  }

  /** The list of visits has no amounts: each visit is asked about by itself. */
  Reply<List<Settlement>> settlements(Subject subject, LocalDate from, LocalDate to) {
    Reply<List<String>> visits =
        asking.about(
            subject,
            Operation.VISITS,
            times(from, to),
            output ->
                Fields.rows(output.path("mdtrtinfo")).stream()
                    .sorted(newestFirst(row -> row.requiredDay("begntime")))
                    .limit(Enquiries.MOST_VISITS)
                    .map(row -> row.required("mdtrt_id"))
                    .toList());
    return switch (visits) {
      case Reply.Answered<List<String>>(List<String> ids) -> together(settlements(subject, ids));
      case Reply.Refused<List<String>>(String code, String words) ->
          new Reply.Refused<>(code, words);
      case Reply.Unreachable<List<String>>(String cause) -> new Reply.Unreachable<>(cause);
    };
  }

  /** To the first that is not told: a platform that has gone silent is not asked for the rest. */
  private List<Reply<Optional<Settlement>>> settlements(Subject subject, List<String> visits) {
    List<Reply<Optional<Settlement>>> replies = new ArrayList<>();
    visits.stream()
        .gather(Gatherers.mapConcurrent(AT_ONCE, visit -> settlement(subject, visit)))
        .allMatch(reply -> replies.add(reply) && reply instanceof Reply.Answered);
    return replies;
  }

  /** Empty for a visit that is not settled, which some provinces refuse and some leave blank. */
  private Reply<Optional<Settlement>> settlement(Subject subject, String visit) {
    Reply<Optional<Settlement>> reply =
        asking.about(
            subject,
            Operation.SETTLEMENT,
            object().put("mdtrt_id", visit),
            output ->
                Fields.rows(output.path("setlinfo")).stream().findFirst().map(records::settlement));
    return reply instanceof Reply.Refused<Optional<Settlement>>(String code, _)
            && profile.answers().filingNotThere().contains(code)
        ? new Reply.Answered<>(Optional.empty())
        : reply;
  }

  /** All of them, or what kept one from being told: a list with a hole would look whole. */
  private static Reply<List<Settlement>> together(List<Reply<Optional<Settlement>>> replies) {
    List<Settlement> settled = new ArrayList<>();
    for (Reply<Optional<Settlement>> reply : replies) {
      switch (reply) {
        case Reply.Answered<Optional<Settlement>>(Optional<Settlement> one) ->
            one.ifPresent(settled::add);
        case Reply.Refused<Optional<Settlement>>(String code, String words) -> {
          return new Reply.Refused<>(code, words);
        }
        case Reply.Unreachable<Optional<Settlement>>(String cause) -> {
          return new Reply.Unreachable<>(cause);
        }
      }
    }
    settled.sort(newestFirst(Settlement::day));
    return new Reply.Answered<>(List.copyOf(settled));
  }

  Reply<List<FeeLine>> fees(Subject subject, Settlement settlement) {
    return asking.about(
        subject,
        Operation.FEES,
        object().put("setl_id", settlement.id()).put("mdtrt_id", settlement.visit()),
        output -> Fields.rows(output).stream().map(records::fee).toList());
  }

  Reply<List<Accumulation>> accumulations(Subject subject, YearMonth until) {
    return asking.about(
        subject,
        Operation.ACCUMULATIONS,
        object().put("cum_ym", MONTH.format(until)),
        output -> Fields.rows(output.path("cuminfo")).stream().map(records::accumulation).toList());
  }

  Reply<List<HospitalStay>> staysInHospital(Subject subject, LocalDate from, LocalDate to) {
    return asking.about(
        subject,
        Operation.STAYS_IN_HOSPITAL,
        times(from, to),
        output ->
            Fields.rows(output.path("data")).stream()
                .filter(row -> row.text("out_flag").filter("1"::equals).isEmpty())
                .map(RecordMapping::stay)
                .sorted(newestFirst(HospitalStay::from))
                .toList());
  }

  Reply<List<ChronicEntitlement>> chronicEntitlements(Subject subject) {
    return asking.about(
        subject,
        Operation.CHRONIC_ENTITLEMENTS,
        object(),
        output ->
            Fields.rows(output.path("feedetail")).stream().map(RecordMapping::chronic).toList());
  }

  Reply<List<DesignatedInstitution>> designatedInstitutions(Subject subject) {
    return asking.about(
        subject,
        Operation.DESIGNATED_INSTITUTIONS,
        object().put("biz_appy_type", CHRONIC_CARE),
        output ->
            Fields.rows(output.path("psnfixmedin")).stream()
                .map(RecordMapping::designated)
                .toList());
  }

  Reply<List<Referral>> referrals(Subject subject, LocalDate from, LocalDate to) {
    return asking.about(
        subject,
        Operation.REFERRALS,
        times(from, to),
        output ->
            Fields.rows(output.path("refmedin")).stream()
                .map(RecordMapping::referral)
                .sorted(newestFirst(Referral::day))
                .toList());
  }

  private static <T> Comparator<T> newestFirst(Function<T, LocalDate> day) {
    return Comparator.comparing(day).reversed();
  }

  private static ObjectNode times(LocalDate from, LocalDate to) {
    return object().put("begntime", from + " 00:00:00").put("endtime", to + " 23:59:59");
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
