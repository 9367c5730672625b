package yibao.templates.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What stands in a paper that is filled in by hand: white where its data would stand, so that every
 * row is there; rows to write in for each list that it cannot be without.
 */
final class BlankValues {
  /** A few characters wide, for what stands in a sentence and not in a cell. */
  private static final String ROOM = "　".repeat(4);

  private static final String WIDE_ROOM = "　".repeat(9);
  private static final String DAY = "　　　　年　　月　　日";
  private static final int ROWS = 3;

  /** Known only of copies, never written by hand. */
  private static final String REPRINT = "reprint";

  private final String template;
  private final List<Field> fields;

  BlankValues(String template, List<Field> fields) {
    this.template = template;
    this.fields = fields;
  }

  /** The values by name, those of {@code known} as they always are. */
  Map<String, Object> of(Map<String, ?> known) {
    List<Field> printed =
        fields.stream()
            .filter(
                field ->
                    field.list().isEmpty()
                        ? known.containsKey(field.name())
                        : known.containsKey(field.list()))
            .toList();
    Map<String, Object> values = blank("");
    values.putAll(new FieldValues(template, printed).of(known));
    return values;
  }

  private Map<String, Object> blank(String list) {
    Map<String, Object> values = new HashMap<>();
    fields.stream()
        .filter(field -> field.list().equals(list))
        .forEach(field -> values.put(field.name(), blank(field)));
    return values;
  }

  private Object blank(Field field) {
    return switch (field.type()) {
      case TEXT, TIME -> ROOM;
      case COUNT -> field.name().equals(REPRINT) ? "" : ROOM;
      case DATE -> DAY;
      case AMOUNT -> new Room(ROOM);
      case CERTNO -> new Room(WIDE_ROOM);
      case FLAG -> false;
      case IMAGE, STROKES -> "";
      case LIST -> field.optional() ? List.of() : rows(field.name());
    };
  }

  private List<Map<String, Object>> rows(String list) {
    return IntStream.rangeClosed(1, ROWS)
        .mapToObj(
            index -> {
              Map<String, Object> row = blank(list);
              row.put("index", Integer.toString(index));
              return row;
            })
        .toList();
  }

  /** Room for an amount or a certificate number, in each of their ways. */
  record Room(String white) {
    public String words() {
      return white;
    }

    public String masked() {
      return white;
    }

    @Override
    public String toString() {
      return white;
    }
  }
}
