package yibao.kiosk.form;

import java.util.Map;

/** What checking an answer found. */
public sealed interface Checked {

  /**
   * The answer stands.
   *
   * @param value as stored: trimmed, digits only, ISO date; empty when nothing was answered
   * @param label as shown and printed
   */
  record Fine(String value, String label) implements Checked {}

  /**
   * The answer looks like a slip; given once more it stands.
   *
   * @param answer the answer as it would stand
   * @param code which sentence to say, e.g. {@code form.bank-check}
   */
  record Doubtful(Fine answer, String code) implements Checked {}

  /**
   * The answer cannot stand.
   *
   * @param code which sentence to say, e.g. {@code form.phone-length}
   * @param params what the sentence needs, never the answer itself unless it is a count or a bound
   */
  record Wrong(String code, Map<String, String> params) implements Checked {
    public Wrong {
      params = Map.copyOf(params);
    }
  }
}
