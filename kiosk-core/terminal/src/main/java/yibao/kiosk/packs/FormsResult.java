package yibao.kiosk.packs;

import java.util.List;
import java.util.Map;
import yibao.kiosk.form.Form;

/** What loading a region's forms came to: all of them, or every fault. */
public sealed interface FormsResult {

  /** Faultless forms by id. */
  record Loaded(Map<String, Form> forms) implements FormsResult {
    public Loaded {
      forms = Map.copyOf(forms);
    }
  }

  /** What is wrong; at least one fault. */
  record Refused(List<Fault> faults) implements FormsResult {
    public Refused {
      faults = List.copyOf(faults);
    }
  }
}
