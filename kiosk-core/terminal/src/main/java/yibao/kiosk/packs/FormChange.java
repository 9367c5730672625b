package yibao.kiosk.packs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import yibao.kiosk.form.Correction;
import yibao.kiosk.form.Field;
import yibao.kiosk.form.Form;

/**
 * What a region changes in a shared form, a file {@code form-changes/<id>.yaml}: {@code changes},
 * the form's id; another {@code title}; the fields it {@code omit}s; {@code fields} it writes anew,
 * in place of the one of the same name or {@code behind} another; and its own {@code insurance} or
 * {@code afterwards}, which replace the form's.
 */
final class FormChange {

  private final Entry entry;
  private final Map<String, Field> written;

  private FormChange(Entry entry, Map<String, Field> written) {
    this.entry = entry;
    this.written = written;
  }

  static Optional<FormChange> read(Entry entry, FormReader reader) {
    var written = new LinkedHashMap<String, Field>();
    List<Entry> fields = entry.elements("fields");
    fields.forEach(one -> reader.field(one).ifPresent(field -> written.put(field.name(), field)));
    return written.size() == fields.size()
        ? Optional.of(new FormChange(entry, written))
        : Optional.empty();
  }

  Optional<Form> applyTo(Form form) {
    List<Field> fields = new ArrayList<>(form.fields());
    boolean fine = true;
    for (String name : entry.texts("omit")) {
      if (!fields.removeIf(field -> field.name().equals(name))) {
        entry.fault("表单“%s”没有字段“%s”".formatted(form.id(), name), "改正拼写，或从 omit 里删去");
        fine = false;
      }
    }
    for (Entry one : entry.elements("fields")) {
      fine &= place(one, written.get(one.text("name").orElseThrow()), fields);
    }
    return fine
        ? FormReader.whole(
            entry,
            new Form(
                form.id(),
                entry.text("title").orElse(form.title()),
                fields,
                entry.get("insurance").isPresent() ? FormReader.covers(entry) : form.covers(),
                form.about().filter(whom -> has(fields, Set.of(whom.name(), whom.number()))),
                form.namesMayDiffer(),
                entry.get("afterwards").isPresent()
                    ? FormReader.afterwards(entry)
                    : form.afterwards(),
                form.anew().stream()
                    .filter(name -> has(fields, Set.of(name)))
                    .collect(Collectors.toSet()),
                form.apart().filter(days -> has(fields, Set.of(days.from(), days.to()))),
                form.correction()
                    .map(
                        wrong ->
                            new Correction(
                                wrong.filing(),
                                wrong.states(),
                                wrong.fields().stream()
                                    .filter(name -> has(fields, Set.of(name)))
                                    .toList(),
                                wrong.otherwise()))))
        : Optional.empty();
  }

  private static boolean place(Entry one, Field field, List<Field> fields) {
    Optional<String> behind = one.text("behind");
    String anchor = behind.orElse(field.name());
    int at = fields.stream().map(Field::name).toList().indexOf(anchor);
    if (at < 0) {
      one.fault("没有字段“%s”可以替换或跟在后面".formatted(anchor), "用 behind 写明跟在哪个字段后面");
      return false;
    }
    if (behind.isPresent()) {
      fields.add(at + 1, field);
    } else {
      fields.set(at, field);
    }
    return true;
  }

  private static boolean has(List<Field> fields, Set<String> names) {
    return fields.stream().map(Field::name).toList().containsAll(names);
  }
}
