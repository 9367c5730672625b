package yibao.kiosk.packs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import yibao.kiosk.catalog.Branch.ChannelLimit;
import yibao.kiosk.catalog.TimeLimit;

/** Reads time limits. */
final class LimitReader {

  private static final List<String> KINDS =
      List.of("workingDays", "naturalDays", "months", "staged");

  private LimitReader() {}

  /** The limit; empty when it cannot be read, which is then among the faults. */
  static Optional<TimeLimit> read(Entry entry) {
    if (!entry.isObject()) {
      return entry.text().flatMap(LimitReader::word);
    }
    List<String> kinds = KINDS.stream().filter(kind -> entry.get(kind).isPresent()).toList();
    if (kinds.size() != 1) {
      entry.fault(
          kinds.isEmpty() ? "读不出时限" : "时限写了几种：" + String.join("、", kinds),
          "只写 %s 之一，或写 instant、byHospital、unspecified".formatted(String.join("、", KINDS)));
      return Optional.empty();
    }
    return kinds.getFirst().equals("staged") ? Optional.of(staged(entry)) : counted(entry);
  }

  /** Limits that differ by channel. */
  static List<ChannelLimit> others(List<Entry> entries) {
    return entries.stream()
        .flatMap(
            entry ->
                entry
                    .get("limit")
                    .flatMap(LimitReader::read)
                    .map(limit -> new ChannelLimit(entry.text("channel").orElse(""), limit))
                    .stream())
        .toList();
  }

  private static Optional<TimeLimit> word(String word) {
    return switch (word) {
      case "instant" -> Optional.of(new TimeLimit.Instant());
      case "byHospital" -> Optional.of(new TimeLimit.ByHospital());
      case "unspecified" -> Optional.of(new TimeLimit.Unspecified());
      default -> Optional.empty();
    };
  }

  private static Optional<TimeLimit> counted(Entry entry) {
    TimeLimit.Start from =
        entry
            .text("from")
            .flatMap(word -> Words.find(TimeLimit.Start.class, TimeLimit.Start::key, word))
            .orElse(TimeLimit.Start.ACCEPTED);
    return Stream.of(
            positive(entry, "workingDays").map(n -> (TimeLimit) new TimeLimit.WorkingDays(n, from)),
            positive(entry, "naturalDays").map(n -> (TimeLimit) new TimeLimit.NaturalDays(n, from)),
            positive(entry, "months").map(n -> (TimeLimit) new TimeLimit.Months(n, from)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static TimeLimit staged(Entry entry) {
    List<TimeLimit.Step> steps =
        entry.elements("staged").stream()
            .flatMap(
                step ->
                    read(step)
                        .map(limit -> new TimeLimit.Step(step.text("name").orElse(""), limit))
                        .stream())
            .toList();
    return new TimeLimit.Staged(steps, entry.get("total").flatMap(LimitReader::read));
  }

  private static Optional<Integer> positive(Entry entry, String key) {
    return entry.get(key).flatMap(Entry::number).filter(n -> n > 0);
  }
}
