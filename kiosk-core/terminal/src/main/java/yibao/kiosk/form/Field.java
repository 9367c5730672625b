package yibao.kiosk.form;

import java.util.Optional;

/**
 * One question of a form.
 *
 * @param name stable name; the province's profile maps it to the platform's
 * @param label the question as asked, e.g. 您要到哪里看病？
 * @param title the field as papers and the review name it, e.g. 就医地
 * @param hint one sentence of help
 * @param input what kind of answer
 * @param emptyMeans set when the question may be left empty: what that means, e.g. 长期有效
 * @param prefill where a first value comes from
 */
public record Field(
    String name,
    String label,
    String title,
    Optional<String> hint,
    Input input,
    Optional<String> emptyMeans,
    Prefill prefill) {

  /** Whether an answer must be given. */
  public boolean required() {
    return emptyMeans.isEmpty();
  }

  /** Where a first value comes from. */
  public enum Prefill {
    /** Nothing is known. */
    NONE,
    /** Today's date. */
    TODAY,
    /** The mobile number on the platform's record. */
    PERSON_PHONE,
    /** The contact address on the platform's record. */
    PERSON_ADDRESS
  }
}
