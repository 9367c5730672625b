package yibao.kiosk.store;

import java.time.Instant;
import java.util.Map;
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
   * @param values what was filled in, by field name
   */
  void save(
      String certificateNumber, String region, int item, Map<String, String> values, Instant at);

  /** The person's form for the item, unless it was saved before {@code notBefore}. */
  Optional<Map<String, String>> find(
      String certificateNumber, String region, int item, Instant notBefore);

  /** Deletes the person's form for the item, if there is one. */
  void delete(String certificateNumber, String region, int item);

  /**
   * Deletes all forms saved before a time.
   *
   * @return how many there were
   */
  int deleteSavedBefore(Instant time);
}
