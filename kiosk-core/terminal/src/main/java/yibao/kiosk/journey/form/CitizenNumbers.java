package yibao.kiosk.journey.form;

import java.time.LocalDate;
import yibao.kiosk.form.NumberRule;
import yibao.kiosk.identity.CitizenNumber;

/** Brings the rules of citizen numbers to the forms that ask for one. */
public final class CitizenNumbers implements NumberRule {

  @Override
  public Verdict check(String typed, LocalDate today) {
    return switch (CitizenNumber.check(typed, today)) {
      case CitizenNumber.Check.Valid(CitizenNumber number) ->
          new Verdict.Valid(number.text(), number.birth());
      case CitizenNumber.Check.Invalid(CitizenNumber.Flaw flaw) ->
          new Verdict.Invalid(
              switch (flaw) {
                case LENGTH -> "form.id-length";
                case CHARACTERS -> "form.id-characters";
                case BIRTH -> "form.id-birth";
                case CHECK_CHARACTER -> "form.id-check";
              });
    };
  }
}
