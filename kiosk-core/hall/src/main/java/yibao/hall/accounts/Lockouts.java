package yibao.hall.accounts;

import java.time.Instant;
import java.util.Map;

/** Where wrong passwords are kept, so that a restart forgives nobody. May wait for the disk. */
public interface Lockouts {
  /**
   * What is known of a number.
   *
   * @param wrong how many were wrong in a row
   * @param until until when it is not let in
   */
  record Tried(int wrong, Instant until) {}

  /** All that is known, the oldest first. */
  Map<String, Tried> all();

  /** Keeps what is known of a number. */
  void keep(String number, Tried tried);

  /** Forgets a number that proved itself. */
  void forget(String number);
}
