package yibao.kiosk.packs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import yibao.kiosk.form.Form;

/**
 * The forms in the regions folder: those every region shares, and a region's own, which replace
 * shared ones of the same id.
 */
public final class FormPacks {

  private static final String FORMS = "forms";

  private final Path root;

  /**
   * The forms in a folder.
   *
   * @param root the regions folder
   */
  public FormPacks(Path root) {
    this.root = root;
  }

  /** Loads the forms a region uses. */
  public FormsResult load(String region) {
    var faults = new Faults();
    Map<String, Form> forms = new LinkedHashMap<>();
    forms.putAll(read("_shared", faults));
    forms.putAll(read(region, faults));
    return faults.isEmpty() ? new FormsResult.Loaded(forms) : new FormsResult.Refused(faults.all());
  }

  private Map<String, Form> read(String owner, Faults faults) {
    Map<String, Form> forms = new LinkedHashMap<>();
    for (Path file : files(owner, faults)) {
      String name = owner + "/" + FORMS + "/" + file.getFileName();
      YamlReader.read(file, name, faults)
          .flatMap(content -> checked(content, faults))
          .ifPresent(form -> forms.put(form.id(), form));
    }
    return forms;
  }

  private static Optional<Form> checked(PackFile content, Faults faults) {
    int before = faults.all().size();
    Schemas.FORM.check(content, faults);
    return faults.all().size() == before
        ? FormReader.read(Entry.root(content, faults))
        : Optional.empty();
  }

  private List<Path> files(String owner, Faults faults) {
    Path folder = root.resolve(owner).resolve(FORMS);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      faults.add(new Fault(owner + "/" + FORMS, 0, "读不出文件夹", "检查文件夹的权限"));
      return List.of();
    }
  }
}
