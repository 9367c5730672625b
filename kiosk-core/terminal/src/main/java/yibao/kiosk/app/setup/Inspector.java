package yibao.kiosk.app.setup;

/** Makes the checks that a machine can make. */
@FunctionalInterface
public interface Inspector {

  /**
   * Makes a check; may take half a minute where somebody has to lay a card.
   *
   * @param check its word in the plan
   */
  Found inspect(String check);
}
