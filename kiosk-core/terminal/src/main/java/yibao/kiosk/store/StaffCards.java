package yibao.kiosk.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The cards by which staff are known at this terminal's own screen; never their numbers. */
public interface StaffCards {

  /**
   * Whose card it is.
   *
   * @param number staff number of its holder
   * @param pin what is kept of its PIN, argon2id in the PHC string format
   * @param by staff number of whoever registered it
   * @param at when
   */
  record Holder(String number, String pin, String by, Instant at) {}

  /**
   * Keeps whose card it is, in place of the card this number had. Blocks on the disk.
   *
   * @param card what the card is known by; only a keyed digest of it is kept
   * @return false where it is somebody else's already; nothing is changed then
   */
  boolean register(String card, Holder holder);

  /** Whose card this is; never waits for the disk. */
  Optional<Holder> holder(String card);

  /** All holders, by number; never waits for the disk. */
  List<Holder> all();

  /** The card of this number is nobody's from now on. Blocks on the disk; false where none is. */
  boolean remove(String number);
}
