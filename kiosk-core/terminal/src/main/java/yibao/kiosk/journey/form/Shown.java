package yibao.kiosk.journey.form;

import yibao.kiosk.form.Input;
import yibao.kiosk.identity.Masking;

/** How much of an answer a screen may show once it has been given. */
public final class Shown {

  private Shown() {}

  /** The value as a screen shows it: numbers that tell who somebody is, masked. */
  public static String masked(Input input, String value) {
    return switch (input) {
      case Input.Phone _ -> Masking.phone(value);
      case Input.CitizenNumber _ -> Masking.number(value);
      case Input.BankAccount _ -> Masking.account(value);
      case Input.Choice _,
          Input.Place _,
          Input.Date _,
          Input.Month _,
          Input.FilingOnRecord _,
          Input.Digits _,
          Input.Text _,
          Input.Name _,
          Input.Money _,
          Input.Count _ ->
          value;
    };
  }

  /** Whether answers of this kind are masked. */
  static boolean isMasked(Input input) {
    return input instanceof Input.Phone
        || input instanceof Input.CitizenNumber
        || input instanceof Input.BankAccount;
  }
}
