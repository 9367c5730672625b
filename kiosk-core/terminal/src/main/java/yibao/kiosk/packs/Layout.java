package yibao.kiosk.packs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import yibao.kiosk.catalog.Region;
import yibao.kiosk.catalog.Repair;

/** Explains source text that a pack rightly leaves out. */
final class Layout {

  private static final Pattern NUMBERING = Pattern.compile("^([（(]\\d+[）)]|\\d+[.．、]|[：:])");
  private static final Optional<String> LAYOUT = Optional.of("表头、标题或栏目名");
  private static final Pattern QUOTED = Pattern.compile("「([^」]*)」");

  private final List<String> printedOnEveryPage;
  private final List<Repair> repairs;

  Layout(Region region) {
    printedOnEveryPage =
        Stream.of(
                region.list().columns().values().stream(),
                region.items().stream().map(item -> item.printed().category().name()),
                Stream.of(region.list().title()))
            .flatMap(texts -> texts)
            .map(SourceText::strip)
            .filter(text -> !text.isEmpty())
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    repairs = region.list().repairs();
  }

  /** What a run of left-out text consists of: layout around it apart from the text itself. */
  List<Part> parts(String run) {
    int from = 0;
    for (int n = leading(run); n > 0; n = leading(run.substring(from))) {
      from += n;
    }
    int to = run.length();
    for (int n = trailing(run.substring(from)); n > 0; n = trailing(run.substring(from, to))) {
      to -= n;
    }
    var parts = new ArrayList<Part>();
    if (from > 0) {
      parts.add(new Part(run.substring(0, from), LAYOUT));
    }
    if (from < to) {
      String text = run.substring(from, to);
      parts.add(new Part(text, repair(text)));
    }
    if (to < run.length()) {
      parts.add(new Part(run.substring(to), LAYOUT));
    }
    return parts;
  }

  /**
   * A part of a run.
   *
   * @param text its characters
   * @param account why it may be missing; empty when nothing explains it
   */
  record Part(String text, Optional<String> account) {}

  /** How much at the beginning is a title, a heading or numbering. */
  private int leading(String text) {
    Matcher numbering = NUMBERING.matcher(text);
    return numbering.find()
        ? numbering.end()
        : printedOnEveryPage.stream()
            .filter(text::startsWith)
            .findFirst()
            .map(String::length)
            .orElse(0);
  }

  private int trailing(String text) {
    return printedOnEveryPage.stream()
        .filter(text::endsWith)
        .findFirst()
        .map(String::length)
        .orElse(0);
  }

  /** A repair that quotes the text says what became of it. */
  private Optional<String> repair(String text) {
    return repairs.stream()
        .filter(
            repair ->
                QUOTED
                    .matcher(repair.did())
                    .results()
                    .anyMatch(quote -> SourceText.strip(quote.group(1)).contains(text)))
        .findFirst()
        .map(
            repair ->
                "repairs：第 %d 项 %s，%s"
                    .formatted(repair.seq(), repair.column().key(), repair.did()));
  }
}
