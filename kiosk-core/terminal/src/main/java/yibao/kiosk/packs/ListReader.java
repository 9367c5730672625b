package yibao.kiosk.packs;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import yibao.kiosk.catalog.Column;
import yibao.kiosk.catalog.PrintedItem;
import yibao.kiosk.catalog.PublishedList;
import yibao.kiosk.catalog.Repair;

/** Reads {@code list.yaml}: what a region published, word for word. */
final class ListReader {

  private ListReader() {}

  /** The list around its rows. */
  static PublishedList list(Entry root) {
    return new PublishedList(
        root.text("title").orElse(""),
        root.texts("preamble"),
        columns(root),
        root.texts("footnotes"),
        root.elements("repairs").stream().flatMap(entry -> repair(entry).stream()).toList());
  }

  /** The rows in printed order. */
  static List<PrintedItem> rows(Entry root) {
    var columns = columns(root);
    Map<Integer, Entry> seen = new HashMap<>();
    return root.elements("items").stream()
        .flatMap(entry -> row(entry, columns, seen).stream())
        .toList();
  }

  private static SequencedMap<Column, String> columns(Entry root) {
    var columns = new LinkedHashMap<Column, String>();
    root.get("columns")
        .ifPresent(
            entry ->
                entry
                    .members()
                    .forEach(
                        (key, heading) ->
                            Words.find(Column.class, Column::key, key)
                                .ifPresent(
                                    column -> columns.put(column, heading.text().orElse("")))));
    return columns;
  }

  private static Optional<PrintedItem> row(
      Entry entry, SequencedMap<Column, String> columns, Map<Integer, Entry> seen) {
    var seq = entry.get("seq").flatMap(Entry::number);
    if (seq.isEmpty()) {
      return Optional.empty();
    }
    if (seen.putIfAbsent(seq.get(), entry) != null) {
      entry.fault("序号 %d 重复".formatted(seq.get()), "改正其中一个的 seq");
      return Optional.empty();
    }
    var cells = new EnumMap<Column, String>(Column.class);
    columns.keySet().forEach(column -> cells.put(column, ""));
    entry
        .members()
        .forEach(
            (key, cell) ->
                Words.find(Column.class, Column::key, key)
                    .ifPresent(
                        column -> {
                          if (!columns.containsKey(column)) {
                            cell.fault("清单没有“%s”这一栏".formatted(key), "在 columns 里加上这一栏，或删去这一格");
                          }
                          cells.put(column, cell.text().orElse(""));
                        }));
    return Optional.of(new PrintedItem(seq.get(), cells));
  }

  private static Optional<Repair> repair(Entry entry) {
    return entry
        .get("seq")
        .flatMap(Entry::number)
        .flatMap(
            seq ->
                entry
                    .text("column")
                    .flatMap(word -> Words.find(Column.class, Column::key, word))
                    .map(
                        column ->
                            new Repair(
                                seq,
                                column,
                                entry.text("did").orElse(""),
                                entry.text("reason").orElse(""))));
  }
}
