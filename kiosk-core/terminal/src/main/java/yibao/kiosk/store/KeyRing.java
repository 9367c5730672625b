package yibao.kiosk.store;

import java.util.Optional;

/** The keys personal data is encrypted under: one for what is written now, older ones to read. */
public interface KeyRing {

  /** The key for what is written from now on. */
  DataKey current();

  /**
   * A key by the id that stands in a record.
   *
   * @return empty where this machine does not have it
   */
  Optional<DataKey> find(String id);

  /** How well the keys are kept; the doctor names it. */
  Protection protection();

  /** How well keys are kept from somebody who carries the disk away. */
  enum Protection {
    /** Handed over by the service manager, decrypted for this start only, never on the disk. */
    SEALED,
    /** In a file in the clear: a stolen disk may hold the keys too. */
    FILE
  }
}
