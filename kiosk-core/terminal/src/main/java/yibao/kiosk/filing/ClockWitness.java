package yibao.kiosk.filing;

import java.util.Optional;

/** Says whether the machine's clock can be believed; a filing carries a legal date. */
@FunctionalInterface
public interface ClockWitness {

  /**
   * What speaks against the clock.
   *
   * @return stable code; empty where nothing does
   */
  Optional<String> doubt();
}
