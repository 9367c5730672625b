package yibao.kiosk.form;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form being filled in, part of which is known before the first question: nothing that the item
 * or an earlier question has settled is asked again.
 *
 * @param form the form
 * @param known values by name, of the form's fields and of others
 */
public record Sheet(Form form, Map<String, String> known) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日");

  public Sheet {
    known = Map.copyOf(known);
  }

  /** Whether this field is asked, after these answers. */
  public boolean asks(Field field, Map<String, String> answers) {
    return !known.containsKey(field.name()) && stands(field, values(answers));
  }

  /** The fields that belong to the form as these answers have it, asked or known, in order. */
  public List<Field> standing(Map<String, String> answers) {
    Map<String, String> values = values(answers);
    return form.fields().stream().filter(field -> stands(field, values)).toList();
  }

  /**
   * Values by field, known and answered; an answer to a question that no longer stands is left out,
   * and so is one that was answered with nothing.
   */
  public Map<String, String> values(Map<String, String> answers) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Field field : form.fields()) {
      if (field.when().holds(values)) {
        value(field, answers)
            .filter(value -> !value.isEmpty())
            .ifPresent(value -> values.put(field.name(), value));
      }
    }
    return values;
  }

  /** What a known field holds; empty when it is not known. */
  public Optional<String> knownValue(Field field) {
    return Optional.ofNullable(known.get(field.name()));
  }

  /** What a known field reads as; empty when it is not known or has nothing to read. */
  public Optional<String> knownLabel(Field field) {
    return Optional.ofNullable(known.get(field.name()))
        .map(
            value ->
                switch (field.input()) {
                  case Input.Choice choice ->
                      choice.option(value).map(Input.Option::label).orElse(value);
                  case Input.Date _ -> DAY.format(LocalDate.parse(value));
                  default -> value;
                });
  }

  private Optional<String> value(Field field, Map<String, String> answers) {
    return Optional.ofNullable(known.get(field.name()))
        .or(() -> Optional.ofNullable(answers.get(field.name())));
  }

  private static boolean stands(Field field, Map<String, String> values) {
    return field.when().holds(values);
  }
}
