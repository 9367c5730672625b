package yibao.demo;

/** What connects a simulated device with the terminal. */
interface Link {

  /** Plugs it in. */
  void plugIn();

  /** Pulls it. */
  void pull();

  /**
   * Sets the share of bytes that noise changes.
   *
   * @throws UnsupportedOperationException where bytes arrive whole or not at all
   */
  default void noise(double share) {
    throw new UnsupportedOperationException("no noise on this line");
  }
}
