package yibao.kiosk.catalog;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a published list, word for word, typos included.
 *
 * @param seq 子项序号
 * @param cells the printed cells; a column the list does not have is missing, an empty cell is ""
 */
public record PrintedItem(int seq, Map<Column, String> cells) {

  public PrintedItem {
    var copy = new EnumMap<Column, String>(Column.class);
    copy.putAll(cells);
    cells = Collections.unmodifiableMap(copy);
  }

  /** The cell's text; empty when the list has no such column. */
  public Optional<String> cell(Column column) {
    return Optional.ofNullable(cells.get(column));
  }

  /** The cell's text, or "" when the list has no such column. */
  public String text(Column column) {
    return cells.getOrDefault(column, "");
  }

  /** 子项, the name of the item. */
  public String name() {
    return text(Column.NAME);
  }

  /** The 主项 this row stands under. */
  public Category category() {
    return new Category(
        text(Column.CATEGORY), cell(Column.CATEGORY_CODE).filter(code -> !code.isBlank()));
  }
}
