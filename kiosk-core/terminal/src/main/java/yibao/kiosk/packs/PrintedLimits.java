package yibao.kiosk.packs;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.PrintedText;
import yibao.kiosk.catalog.TimeLimit;

/** The time limits a printed text speaks of, and those of a reading, in the same words. */
final class PrintedLimits {

  private static final Pattern LIMIT =
      Pattern.compile("(\\d+)个?(工作日|自然日|月)|即时(?:办结|结算|为)|医院办结|限时办结");

  private PrintedLimits() {}

  /** Every limit a printed text names, such as {@code 5个工作日}; empty when it names none. */
  static Set<String> in(String printed) {
    return LIMIT
        .matcher(PrintedText.normalise(printed))
        .results()
        .map(
            match ->
                match.group(1) != null
                    ? Integer.parseInt(match.group(1)) + "个" + match.group(2)
                    : match.group().startsWith("即时") ? "即时办结" : match.group())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The limits of a branch that its list must print; the steps of a staged one are optional. */
  static Set<String> claimed(Branch branch) {
    return Stream.concat(
            Stream.of(branch.limit()),
            branch.otherLimits().stream().map(Branch.ChannelLimit::limit))
        .flatMap(PrintedLimits::whole)
        .collect(Collectors.toSet());
  }

  /** Every limit of a branch, the steps of a staged one too. */
  static Set<String> covered(Branch branch) {
    return Stream.concat(
            Stream.of(branch.limit()),
            branch.otherLimits().stream().map(Branch.ChannelLimit::limit))
        .flatMap(limit -> Stream.concat(whole(limit), steps(limit)))
        .collect(Collectors.toSet());
  }

  private static Stream<String> whole(TimeLimit limit) {
    return switch (limit) {
      case TimeLimit.Instant() -> Stream.of("即时办结");
      case TimeLimit.Counted counted -> Stream.of(counted.length());
      case TimeLimit.Staged(var steps, var total) -> total.stream().flatMap(PrintedLimits::whole);
      case TimeLimit.ByHospital() -> Stream.of("医院办结");
      case TimeLimit.Unspecified() -> Stream.of();
    };
  }

  private static Stream<String> steps(TimeLimit limit) {
    return limit instanceof TimeLimit.Staged(var steps, var total)
        ? steps.stream().flatMap(step -> whole(step.limit()))
        : Stream.of();
  }
}
