package yibao.kiosk.packs;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Column;
import yibao.kiosk.catalog.Fact;
import yibao.kiosk.catalog.PrintedItem;
import yibao.kiosk.catalog.Reading;
import yibao.kiosk.catalog.Subject;

/** Reads {@code reading.yaml}: what we make of each printed row. */
final class ReadingReader {

  private final BranchReader branches;
  private final ConditionReader conditions;

  ReadingReader(Map<String, Fact> facts, Set<String> commitments, Set<String> forms) {
    branches = new BranchReader(facts, commitments, forms);
    conditions = new ConditionReader(facts);
  }

  /** The readings by printed number; every row needs one, and every one a row. */
  Map<Integer, Reading> read(Entry root, List<PrintedItem> rows) {
    Map<String, PrintedItem> printed =
        rows.stream().collect(Collectors.toMap(row -> "" + row.seq(), row -> row, (a, b) -> a));
    Set<Integer> numbers = rows.stream().map(PrintedItem::seq).collect(Collectors.toSet());
    var items = root.get("items").map(Entry::members);
    var readings = new HashMap<Integer, Reading>();
    items.ifPresent(
        entries ->
            entries.forEach(
                (seq, entry) -> {
                  PrintedItem row = printed.get(seq);
                  if (row == null) {
                    entry.fault("清单里没有第 %s 项".formatted(seq), "改正序号，或删去这一段");
                    reading(entry, new PrintedItem(0, Map.of()), numbers);
                  } else {
                    reading(entry, row, numbers)
                        .ifPresent(reading -> readings.put(row.seq(), reading));
                  }
                }));
    for (PrintedItem row : rows) {
      if (items.isPresent() && !items.get().containsKey("" + row.seq())) {
        root.fault("第 %d 项没有解读".formatted(row.seq()), "在 items 下加上 %d:".formatted(row.seq()));
      }
    }
    return readings;
  }

  /** How a service that no list prints goes; nothing printed has to bear it. */
  Optional<Reading> unlisted(Entry entry, PrintedItem row) {
    return reading(entry, row, Set.of());
  }

  private Optional<Reading> reading(Entry entry, PrintedItem row, Set<Integer> numbers) {
    List<Entry> parts = entry.elements("branches");
    if (parts.isEmpty()) {
      parts = List.of(entry);
    }
    order(parts);
    for (Entry other : entry.elements("related")) {
      other
          .get("item")
          .flatMap(Entry::number)
          .filter(item -> !numbers.contains(item))
          .ifPresent(item -> other.fault("清单里没有第 %d 项".formatted(item), "改正序号，或删去这一条"));
    }
    List<Branch> read =
        parts.stream().flatMap(part -> branches.read(entry, part, row).stream()).toList();
    Optional<Subject> subject =
        entry.text("subject").flatMap(word -> Words.find(Subject.class, Subject::key, word));
    if (read.size() < parts.size() || subject.isEmpty() || !read.getLast().when().isAlways()) {
      return Optional.empty();
    }
    var ours = new HashMap<String, String>();
    entry
        .get("ours")
        .ifPresent(all -> all.members().forEach((k, v) -> ours.put(k, v.text().orElse(""))));
    var reading =
        new Reading(
            subject.get(),
            entry.text("name"),
            entry.text("category"),
            read,
            entry.text("link"),
            entry.text("standardCode"),
            related(entry),
            entry.texts("search"),
            ours,
            suspect(entry));
    if (numbers.contains(row.seq())) {
      ReadingRules.check(entry, reading, row);
    }
    return Optional.of(reading);
  }

  private List<Reading.Related> related(Entry entry) {
    return entry.elements("related").stream()
        .flatMap(
            other ->
                other
                    .get("item")
                    .flatMap(Entry::number)
                    .map(
                        item ->
                            new Reading.Related(
                                item,
                                other.text("why").orElse(""),
                                other.text("together").filter("true"::equals).isPresent(),
                                conditions.when(other)))
                    .stream())
        .toList();
  }

  /** Only the last branch may hold always, and it must. */
  private static void order(List<Entry> parts) {
    var ids = new HashSet<String>();
    for (Entry part : new ArrayList<>(parts)) {
      boolean last = part == parts.getLast();
      boolean always = part.get("when").isEmpty();
      if (last && !always) {
        part.fault("最后一个分支带有条件，条件都不成立时就没有结果", "去掉它的 when，或再加一个没有条件的分支");
      }
      if (!last && always) {
        part.fault("这个分支没有条件，后面的分支永远轮不到", "给它写上 when，或移到最后");
      }
      part.text("id")
          .filter(id -> !ids.add(id))
          .ifPresent(id -> part.fault("分支“%s”写了两次".formatted(id), "换一个 id"));
    }
  }

  private static Map<Column, String> suspect(Entry entry) {
    var suspect = new EnumMap<Column, String>(Column.class);
    entry
        .get("suspect")
        .ifPresent(
            all ->
                all.members()
                    .forEach(
                        (key, why) ->
                            Words.find(Column.class, Column::key, key)
                                .ifPresent(column -> suspect.put(column, why.text().orElse("")))));
    return suspect;
  }
}
