package yibao.kiosk.packs;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import yibao.kiosk.form.Form;

/** Reads the forms every region shares, and a region's own, which replace shared ones. */
final class FormsReader {

  private static final String AWAITED = "_shared/awaited-forms.yaml";

  private final PackFolder files;
  private final Faults faults;

  FormsReader(Path root, Faults faults) {
    this.files = new PackFolder(root, faults);
    this.faults = faults;
  }

  /** The forms of a region by id. */
  Map<String, Form> read(String region) {
    var forms = new LinkedHashMap<>(in("_shared"));
    forms.putAll(in(region));
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

  private Map<String, Form> in(String owner) {
    var forms = new LinkedHashMap<String, Form>();
    for (String name : files.names(owner + "/forms")) {
      int before = faults.count();
      var entry = files.open(name, Schemas.FORM);
      // A form is read by its schema's letter, so only one that has passed it can be read at all.
      if (faults.count() == before) {
        entry
            .flatMap(FormReader::read)
            .ifPresent(
                form -> {
                  if (forms.put(form.id(), form) != null) {
                    entry.get().fault("表单“%s”有两份".formatted(form.id()), "换一个 id，或删去一份");
                  }
                });
      }
    }
    return forms;
  }
}
