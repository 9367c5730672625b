package yibao.kiosk.packs;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import yibao.kiosk.form.Form;
import yibao.kiosk.form.Input;

/**
 * Reads the forms every region shares, a region's own, which replace shared ones, and what a region
 * changes in a form that it otherwise shares.
 */
final class FormsReader {

  private static final String SHARED = "_shared";
  private static final String AWAITED = SHARED + "/awaited-forms.yaml";

  private final PackFolder files;
  private final Faults faults;

  FormsReader(Path root, Faults faults) {
    this.files = new PackFolder(root, faults);
    this.faults = faults;
  }

  /** The forms of a region by id. */
  Map<String, Form> read(String region) {
    var codes = new LinkedHashMap<>(codesIn(SHARED));
    codes.putAll(codesIn(region));
    var reader = new FormReader(codes);
    var forms = new LinkedHashMap<>(formsIn(SHARED, reader));
    forms.putAll(formsIn(region, reader));
    each(region + "/form-changes", Schemas.FORM_CHANGES, entry -> change(entry, reader, forms));
    return forms;
  }

  /** The ids of forms that readings may name though nobody has written them yet. */
  Set<String> awaited() {
    return files.has(AWAITED)
        ? files
            .open(AWAITED, Schemas.AWAITED_FORMS)
            .map(entry -> Set.copyOf(entry.texts("awaited")))
            .orElse(Set.of())
        : Set.of();
  }

  private Map<String, List<Input.Option>> codesIn(String owner) {
    var codes = new LinkedHashMap<String, List<Input.Option>>();
    each(
        owner + "/codes",
        Schemas.CODES,
        entry -> {
          if (codes.put(entry.text("id").orElseThrow(), FormReader.optionsIn(entry)) != null) {
            entry.fault("代码表“%s”有两份".formatted(entry.text("id").get()), "换一个 id，或删去一份");
          }
        });
    return codes;
  }

  private Map<String, Form> formsIn(String owner, FormReader reader) {
    var forms = new LinkedHashMap<String, Form>();
    each(
        owner + "/forms",
        Schemas.FORM,
        entry ->
            reader
                .read(entry)
                .ifPresent(
                    form -> {
                      if (forms.put(form.id(), form) != null) {
                        entry.fault("表单“%s”有两份".formatted(form.id()), "换一个 id，或删去一份");
                      }
                    }));
    return forms;
  }

  private static void change(Entry entry, FormReader reader, Map<String, Form> forms) {
    String id = entry.text("changes").orElseThrow();
    Optional.ofNullable(forms.get(id))
        .ifPresentOrElse(
            form ->
                FormChange.read(entry, reader)
                    .flatMap(change -> change.applyTo(form))
                    .ifPresent(changed -> forms.put(id, changed)),
            () -> entry.fault("没有表单“%s”可以修改".formatted(id), "改正拼写，或删去这个文件"));
  }

  /** A file is read by its schema's letter, so only one that has passed it can be read at all. */
  private void each(String folder, Schema schema, Consumer<Entry> read) {
    for (String name : files.names(folder)) {
      int before = faults.count();
      var entry = files.open(name, schema);
      if (faults.count() == before) {
        entry.ifPresent(read);
      }
    }
  }
}
