package yibao.kiosk.catalog;

import java.util.Map;
import java.util.Optional;

/** What the terminal performs for a branch of an item. */
public sealed interface Task {

  /** Nothing: the branch is guidance. */
  record None() implements Task {}

  /**
   * Asks the platform and shows the answer.
   *
   * @param query the name of the question, such as {@code insurance}
   * @param form the id of the form that is filled in before asking, such as a period
   * @param withdrawal how sure it must be who stands there to take back 撤回 or put right 更正 a filing
   *     the answer shows; empty where the answer offers neither
   */
  record Query(String query, Optional<String> form, Optional<Assurance> withdrawal)
      implements Task {}

  /**
   * Fills in a form and submits it.
   *
   * @param filing the kind of 办件, such as {@code relocation}
   * @param form the form's id
   * @param values fields of the form the item itself decides
   * @param commitment the 承诺书 that is always signed with it
   */
  record Filing(String filing, String form, Map<String, String> values, Optional<String> commitment)
      implements Task {
    public Filing {
      values = Map.copyOf(values);
    }
  }

  /**
   * Makes a sealed document.
   *
   * @param certificate its kind, such as {@code participation}
   * @param form the id of the form that is filled in first, such as a period
   */
  record Certificate(String certificate, Optional<String> form) implements Task {}

  /**
   * Applies for an e-voucher and activates it.
   *
   * @param voucher its kind
   * @param phone web address where a phone gets what shows the voucher; empty where the pack names
   *     no address
   */
  record Voucher(String voucher, Optional<String> phone) implements Task {}
}
