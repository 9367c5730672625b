package yibao.kiosk.packs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import yibao.kiosk.catalog.Column;
import yibao.kiosk.catalog.PrintedItem;
import yibao.kiosk.catalog.Region;
import yibao.kiosk.catalog.ServiceItem;

/**
 * Proves that a pack's text, put back in printed order, covers the list it was taken from.
 *
 * <p>White space counts for nothing on either side. Rows are found by number and name in printed
 * order, each cell between its row's neighbours. A merged cell is looked for once for all its rows;
 * text that repairs moved, anywhere; a cell that a page break cut, in pieces. A source character
 * counts once, so a dropped cell shows even where its text occurs again. What is left of the source
 * is reported, and so is pack text the source does not have.
 */
public final class SourceCoverage {

  /** A piece of a cut cell this long is surely the right one, even next to others like it. */
  private static final int PIECE = 8;

  /** Shorter pieces would be found by chance. */
  private static final int SHORTEST_PIECE = 2;

  private final Region region;
  private final List<PrintedItem> rows;
  private final SourceText source;
  private final Set<Cell> found = new HashSet<>();
  private final List<Stray> strays = new ArrayList<>();

  private SourceCoverage(Region region, String text) {
    this.region = region;
    this.rows = region.items().stream().map(ServiceItem::printed).toList();
    this.source = new SourceText(text);
  }

  /**
   * Compares a region's list with the text it was taken from.
   *
   * @param region the region as loaded from its pack
   * @param text the published list's text
   */
  public static Report compare(Region region, String text) {
    return new SourceCoverage(region, text).run();
  }

  /**
   * What the comparison came to.
   *
   * @param characters of the source, white space apart
   * @param covered how many of them the pack's text accounts for
   * @param remainders what is left of the source, in its order
   * @param strays pack text that the source does not have
   */
  public record Report(
      int characters, int covered, List<Remainder> remainders, List<Stray> strays) {
    public Report {
      remainders = List.copyOf(remainders);
      strays = List.copyOf(strays);
    }

    /** Whether every remainder is accounted for and nothing was invented. */
    public boolean isComplete() {
      return strays.isEmpty() && remainders.stream().allMatch(r -> r.account().isPresent());
    }
  }

  /**
   * A run of source text the pack does not hold.
   *
   * @param line where the run it belongs to begins in the source, from 1
   * @param text the text without white space
   * @param account why it may be missing; empty when nothing explains it
   */
  public record Remainder(int line, String text, Optional<String> account) {}

  /**
   * Pack text the source does not have.
   *
   * @param where the row and column, or the part of the list
   * @param text the text without white space
   */
  public record Stray(String where, String text) {}

  private record Cell(int row, Column column) {}

  /** Where a row's cells are expected. */
  private record Window(int from, int to) {}

  private Report run() {
    List<Window> windows = windows();
    anywhere("title", region.list().title());
    region.list().preamble().forEach(text -> anywhere("preamble", text));
    var missing = new ArrayList<Cell>();
    for (int row = 0; row < rows.size(); row++) {
      Window window = windows.get(row);
      for (Cell cell : cells(row)) {
        if (source.coverFirst(text(cell), window.from(), window.to())) {
          found.add(cell);
        } else {
          missing.add(cell);
        }
      }
    }
    region.list().footnotes().forEach(text -> anywhere("footnotes", text));
    missing.forEach(cell -> elsewhere(cell, windows.get(cell.row())));
    return report();
  }

  private Report report() {
    var layout = new Layout(region);
    List<Remainder> remainders =
        source.remainders().stream()
            .flatMap(
                run ->
                    layout.parts(run.text()).stream()
                        .map(part -> new Remainder(run.line(), part.text(), part.account())))
            .toList();
    int left = remainders.stream().mapToInt(remainder -> remainder.text().length()).sum();
    return new Report(source.length(), source.length() - left, remainders, strays);
  }

  /** Covers each row's number and name, in printed order, and tells where its cells may stand. */
  private List<Window> windows() {
    var starts = new ArrayList<Integer>();
    var ends = new ArrayList<Integer>();
    int from = 0;
    for (PrintedItem row : rows) {
      String name = SourceText.strip(row.name());
      int start = from;
      int end = from;
      for (String anchor : List.of(row.seq() + name, row.seq() + "." + name)) {
        int at = source.indexOf(anchor, from);
        if (at >= 0) {
          start = at;
          end = at + anchor.length();
          break;
        }
      }
      if (end == from) {
        strays.add(new Stray(row.seq() + "." + Column.NAME.key(), row.seq() + name));
      }
      source.cover(start, end - start);
      starts.add(start);
      ends.add(end);
      from = end;
    }
    starts.add(source.length());
    ends.addFirst(0);
    var windows = new ArrayList<Window>();
    for (int row = 0; row < rows.size(); row++) {
      windows.add(new Window(ends.get(row), starts.get(row + 1)));
    }
    return windows;
  }

  /** A row's cells besides number and name; long ones first, short ones may occur inside them. */
  private List<Cell> cells(int row) {
    return region.list().columns().keySet().stream()
        .filter(column -> column != Column.SEQ && column != Column.NAME)
        .map(column -> new Cell(row, column))
        .filter(cell -> !text(cell).isEmpty())
        .sorted(Comparator.comparingInt((Cell cell) -> text(cell).length()).reversed())
        .toList();
  }

  private String text(Cell cell) {
    return SourceText.strip(rows.get(cell.row()).text(cell.column()));
  }

  /** A cell that does not stand in its row: merged, moved, cut, or not in the source at all. */
  private void elsewhere(Cell cell, Window window) {
    String text = text(cell);
    if (isMergedWithFoundOne(cell)) {
      return;
    }
    found.add(cell);
    if (!source.coverFirst(text, 0, source.length())) {
      cut(rows.get(cell.row()).seq() + "." + cell.column().key(), text, window);
    }
  }

  /** Whether a row above or below, with the same text in every row between, was found. */
  private boolean isMergedWithFoundOne(Cell cell) {
    return isFoundTowards(cell, -1) || isFoundTowards(cell, 1);
  }

  private boolean isFoundTowards(Cell cell, int step) {
    String text = text(cell);
    for (int row = cell.row() + step; row >= 0 && row < rows.size(); row += step) {
      var neighbour = new Cell(row, cell.column());
      if (!text(neighbour).equals(text)) {
        return false;
      }
      if (found.contains(neighbour)) {
        return true;
      }
    }
    return false;
  }

  private void anywhere(String where, String text) {
    String stripped = SourceText.strip(text);
    if (!source.coverFirst(stripped, 0, source.length())) {
      cut(where, stripped, new Window(0, source.length()));
    }
  }

  /** Covers the text piece by piece, first where it is expected, then anywhere. */
  private void cut(String where, String text, Window window) {
    var lost = new StringBuilder();
    for (int at = 0; at < text.length(); ) {
      String rest = text.substring(at);
      SourceText.Match match = source.longest(rest, window.from(), window.to());
      if (match.length() < Math.min(PIECE, rest.length())) {
        SourceText.Match other = source.longest(rest, 0, source.length());
        match = other.length() > match.length() ? other : match;
      }
      if (match.length() < Math.min(SHORTEST_PIECE, text.length())) {
        lost.append(text.charAt(at));
        at++;
      } else {
        source.cover(match.at(), match.length());
        at += match.length();
      }
    }
    if (!lost.isEmpty()) {
      strays.add(new Stray(where, lost.toString()));
    }
  }
}
