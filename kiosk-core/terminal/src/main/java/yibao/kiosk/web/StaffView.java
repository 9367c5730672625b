package yibao.kiosk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.filing.DayDifference;
import yibao.kiosk.filing.DayEndReport;
import yibao.kiosk.identity.Masking;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.record.Filing;
import yibao.kiosk.record.FilingOnRecord;
import yibao.kiosk.record.FilingTrace;

/** What staff see of filings: states and causes, persons only masked. */
final class StaffView {
  private static final int SLIP = 12;

  private final Sentences sentences;

  StaffView(Sentences sentences) {
    this.sentences = sentences;
  }

  /** The contract's {@code StaffFiling}. */
  record Line(
      String key,
      String slip,
      String region,
      int item,
      String state,
      Instant submittedAt,
      int attempts,
      String person,
      String document,
      int scans,
      Optional<String> cause,
      Optional<String> advice) {}

  /** The contract's {@code StaffFilings}. */
  record Lines(int waiting, List<Line> parked, List<Line> unanswered) {}

  /** The contract's {@code StaffDay}. */
  record Day(
      LocalDate day,
      Optional<Integer> agreeing,
      List<Difference> differences,
      Optional<String> cause) {}

  /** The contract's {@code StaffDifference}. */
  record Difference(
      String kind,
      Optional<String> key,
      Optional<String> slip,
      Optional<String> here,
      Optional<String> there,
      Optional<String> number,
      boolean repairable,
      String advice) {}

  Lines lines(int waiting, List<Filing> parked, List<Filing> unanswered) {
    return new Lines(
        waiting,
        parked.stream().map(this::line).toList(),
        unanswered.stream().map(this::line).toList());
  }

  Line line(Filing filing) {
    return new Line(
        filing.key().value(),
        slip(filing.key().value()),
        filing.draft().region(),
        filing.draft().item(),
        filing.state().label(),
        filing.submittedAt(),
        filing.attempts(),
        Masking.name(filing.draft().personName()),
        Masking.number(filing.draft().certificateNumber()),
        filing.draft().attachments().size(),
        filing.cause(),
        filing
            .cause()
            .map(cause -> sentences.sayOr("staff.cause." + cause, "staff.cause.other", Map.of()))
            .map(advice -> advice + filing.words().map(said -> "医保系统答复：" + said).orElse("")));
  }

  Day day(DayEndReport report) {
    return switch (report) {
      case DayEndReport.Compared(LocalDate day, int agreeing, List<DayDifference> differences) ->
          new Day(
              day,
              Optional.of(agreeing),
              differences.stream().map(this::difference).toList(),
              Optional.empty());
      case DayEndReport.NotPossible(LocalDate day, String cause) ->
          new Day(day, Optional.empty(), List.of(), Optional.of(cause));
    };
  }

  private Difference difference(DayDifference difference) {
    return switch (difference) {
      case DayDifference.Differs(FilingTrace ours, FilingOnRecord theirs) ->
          told("differs", Optional.of(ours), Optional.of(theirs), true);
      case DayDifference.UnknownHere(FilingOnRecord theirs) ->
          told("unknownHere", Optional.empty(), Optional.of(theirs), false);
      case DayDifference.UnknownThere(FilingTrace ours) ->
          told("unknownThere", Optional.of(ours), Optional.empty(), false);
      case DayDifference.Waiting(FilingTrace ours) ->
          told("waiting", Optional.of(ours), Optional.empty(), false);
    };
  }

  private Difference told(
      String kind,
      Optional<FilingTrace> ours,
      Optional<FilingOnRecord> theirs,
      boolean repairable) {
    Optional<String> key = ours.map(it -> it.key().value());
    return new Difference(
        kind,
        key,
        key.map(StaffView::slip),
        ours.map(it -> it.state().label()),
        theirs.map(it -> it.state().label()),
        theirs.map(FilingOnRecord::number).or(() -> ours.flatMap(FilingTrace::number)),
        repairable,
        sentences.say("staff.day." + kind));
  }

  private static String slip(String key) {
    return key.substring(0, SLIP).toUpperCase(Locale.ROOT);
  }
}
