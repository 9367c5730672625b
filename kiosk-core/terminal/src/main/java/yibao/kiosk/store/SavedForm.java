package yibao.kiosk.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import yibao.kiosk.record.Attachment;

/**
 * A half-filled form 草稿. Only this terminal has it.
 *
 * @param values what was filled in, by field name
 * @param attachments scans taken so far; the store holds their bytes as long as it holds the form
 * @param savedAt when it was saved
 */
public record SavedForm(Map<String, String> values, List<Attachment> attachments, Instant savedAt) {

  public SavedForm {
    values = Map.copyOf(values);
    attachments = List.copyOf(attachments);
  }

  @Override
  public String toString() {
    return "SavedForm[" + attachments.size() + " attachments, " + savedAt + "]";
  }
}
