package yibao.kiosk.journey.view;

import java.util.List;
import java.util.Optional;

/**
 * A labelled line.
 *
 * @param label e.g. 就医地
 * @param value e.g. 上海市
 * @param field on review, the question this row answers, where it can be changed
 * @param detail further lines, shown on tap
 * @param open what a tap answers, where more must be asked for first
 */
public record Row(
    String label, String value, Optional<String> field, List<Row> detail, Optional<String> open) {

  public Row {
    detail = List.copyOf(detail);
  }

  /** A line without more to it. */
  public static Row of(String label, String value) {
    return new Row(label, value, Optional.empty(), List.of(), Optional.empty());
  }

  /** A line that the citizen may change by answering its question again. */
  public static Row changeable(String label, String value, String field) {
    return new Row(label, value, Optional.of(field), List.of(), Optional.empty());
  }
}
