package yibao.kiosk.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Scans of papers a citizen laid under the camera, each kept once under its digest, encrypted.
 *
 * <p>How a visit uses it: {@link #keep} each page as it is taken, {@link SavedForms#save} the form
 * with the pages so far, so that a power cut between two pages loses neither; then hand in a {@code
 * FilingDraft} that names them, or, when the citizen leaves without keeping the form, delete the
 * form and {@link #discard} the pages. What a committed filing or a saved form names stays until
 * that is purged; what nothing names is shredded some hours after it was kept.
 *
 * <p>Shredded is for good: the only copy of the scan's own key is overwritten, then its file. A
 * disk that is full, read-only or failing raises {@link StoreFault}.
 */
public interface Scans {

  /** Most bytes of one scan. */
  int LARGEST = 30 << 20;

  /**
   * A scan as it is kept.
   *
   * @param digest SHA-256 of the bytes, 64 lower-case hexadecimal digits
   * @param mediaType e.g. {@code image/jpeg}
   * @param size bytes, 1 to {@link #LARGEST}
   */
  record Scan(String digest, String mediaType, int size) {}

  /**
   * Keeps a scan; when this returns it has reached the disk. The same bytes are kept once, under
   * the media type they first had.
   *
   * @param bytes 1 to {@link #LARGEST}
   */
  Scan keep(byte[] bytes, String mediaType, Instant at);

  /** The scan of this digest; empty when it was never kept here or is shredded. */
  Optional<Scan> find(String digest);

  /**
   * Reads a part of a scan.
   *
   * @param offset first byte; with {@code length} within the scan
   * @throws StoreFault when the scan is not here or was altered
   */
  byte[] read(String digest, int offset, int length);

  /**
   * Shreds a scan now, unless a filing or a saved form names it; one that is not here is no fault.
   */
  void discard(String digest);

  /**
   * Shreds every scan kept before a time that no filing and no saved form names.
   *
   * @return how many there were
   */
  int shredUnheldKeptBefore(Instant time);
}
