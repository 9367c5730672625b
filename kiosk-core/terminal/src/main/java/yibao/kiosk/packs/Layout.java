package yibao.kiosk.packs;

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

  /** Why the text may be missing; empty when nothing explains it. */
  Optional<String> account(String text) {
    return isLayout(text) ? Optional.of("表头、标题或栏目名") : repair(text);
  }

  /** Nothing but titles, headings and the numbering before them. */
  private boolean isLayout(String text) {
    String rest = text;
    while (!rest.isEmpty()) {
      String before = rest;
      Matcher numbering = NUMBERING.matcher(rest);
      if (numbering.find()) {
        rest = rest.substring(numbering.end());
      } else {
        String from = rest;
        rest =
            printedOnEveryPage.stream()
                .filter(from::startsWith)
                .findFirst()
                .map(word -> from.substring(word.length()))
                .orElse(from);
      }
      if (rest.equals(before)) {
        return false;
      }
    }
    return true;
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
