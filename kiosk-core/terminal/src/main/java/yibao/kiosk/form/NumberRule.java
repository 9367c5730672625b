package yibao.kiosk.form;

import java.time.LocalDate;

/** Tells a citizen number 公民身份号码 from a slip; what such a number is, is not a form's to know. */
@FunctionalInterface
public interface NumberRule {

  /** Checks a text as typed; births after {@code today} are refused. */
  Verdict check(String typed, LocalDate today);

  /** What a text turned out to be. */
  sealed interface Verdict {
    /**
     * A number.
     *
     * @param number its 18 characters
     * @param birth the birth it tells
     */
    record Valid(String number, LocalDate birth) implements Verdict {
      @Override
      public String toString() {
        return "Valid";
      }
    }

    /**
     * None.
     *
     * @param code which sentence to say, e.g. {@code form.id-check}
     */
    record Invalid(String code) implements Verdict {}
  }
}
