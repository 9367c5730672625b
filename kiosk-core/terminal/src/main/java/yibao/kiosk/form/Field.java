package yibao.kiosk.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One question of a form.
 *
 * @param name stable name; the province's profile maps it to the platform's
 * @param label the question as asked, e.g. 您要到哪里看病？
 * @param title the field as papers and the review name it, e.g. 就医地
 * @param hint one sentence of help
 * @param input what kind of answer
 * @param emptyMeans set when the question may be left empty: what that means, e.g. 长期有效
 * @param prefill where a first value comes from; the first that knows one
 * @param replaces whose known value the answer takes the place of: it is shown beside the question,
 *     and the same value again is refused
 * @param when the earlier answers under which it is asked
 */
public record Field(
    String name,
    String label,
    String title,
    Optional<String> hint,
    Input input,
    Optional<String> emptyMeans,
    List<Source> prefill,
    Optional<Source> replaces,
    When when) {

  public Field {
    prefill = List.copyOf(prefill);
  }

  /** A question that is always asked, and whose answer nobody knows before. */
  public static Field asked(
      String name, String label, String title, Input input, Optional<String> emptyMeans) {
    return new Field(
        name,
        label,
        title,
        Optional.empty(),
        input,
        emptyMeans,
        List.of(),
        Optional.empty(),
        When.ALWAYS);
  }

  /** Whether an answer must be given. */
  public boolean required() {
    return emptyMeans.isEmpty();
  }

  /** The earlier fields its answer is compared with. */
  List<String> comparedWith() {
    return switch (input) {
      case Input.Date date ->
          Stream.concat(date.after().stream(), date.notBefore().stream()).toList();
      case Input.Month month -> month.notBefore().stream().toList();
      case Input.FilingOnRecord filing ->
          filing.eligible().stream().flatMap(one -> one.when().wanted().keySet().stream()).toList();
      default -> List.of();
    };
  }

  /** Where a value is known from. */
  public enum Source {
    /** Today's date. */
    TODAY("today"),
    /** The mobile number on the platform's record. */
    PERSON_PHONE("personPhone"),
    /** The contact address on the platform's record. */
    PERSON_ADDRESS("personAddress"),
    /** The address on the identity card's chip. */
    CARD_ADDRESS("cardAddress"),
    /** The name on the identity card's chip. */
    CARD_NAME("cardName"),
    /** The name of the person it is handed in by. */
    PERSON_NAME("personName"),
    /** The field of the same name in the filing on record that this one acts on. */
    EARLIER("earlier");

    private final String key;

    Source(String key) {
      this.key = key;
    }

    /** The word in packs. */
    public String key() {
      return key;
    }
  }
}
