package yibao.kiosk.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Half-filled forms a citizen asked to keep 保存草稿, found again only by the same person at the same
 * terminal. Everything is encrypted; even whose a form is stands there as a keyed digest.
 */
public interface SavedForms {

  /**
   * Keeps a form in place of an earlier one of the same person for the same item.
   *
   * @param certificateNumber of the person it is for
   * @param region id of the region of the item
   * @param item printed number of the item
   * @throws IllegalArgumentException when it names a scan that {@link Scans} does not hold
   */
  void save(String certificateNumber, String region, int item, SavedForm form);

  /** The person's form for the item, unless it was saved before {@code notBefore}. */
  Optional<SavedForm> find(String certificateNumber, String region, int item, Instant notBefore);

  /**
   * Deletes the person's form for the item, if there is one, and lets its scans go: {@link
   * Scans#discard} them, or they are shredded some hours later.
   */
  void delete(String certificateNumber, String region, int item);

  /**
   * Deletes all forms saved before a time.
   *
   * @return how many there were
   */
  int deleteSavedBefore(Instant time);
}
