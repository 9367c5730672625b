package yibao.kiosk.form;

import java.util.List;
import java.util.Optional;

/**
 * A form 登记表/备案表: one question per screen, in this order.
 *
 * @param id the form's id, as region packs name it
 * @param title as papers print it
 * @param fields the questions, at least one, names unique
 */
public record Form(String id, String title, List<Field> fields) {

  public Form {
    fields = List.copyOf(fields);
    if (fields.stream().map(Field::name).distinct().count() != fields.size()) {
      throw new IllegalArgumentException("form " + id + " names a field twice");
    }
  }

  /** The field of this name. */
  public Optional<Field> field(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).findFirst();
  }
}
