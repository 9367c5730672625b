package yibao.kiosk.filing;

import java.util.Optional;
import yibao.kiosk.platform.FilingReply;
import yibao.kiosk.record.FilingDraft;

/** What goes with a filing and must be at the platform before it. */
@FunctionalInterface
public interface Enclosures {

  /**
   * Sends what the platform does not have yet; calling again goes on where this call stopped.
   *
   * @return empty when all of it is there; otherwise why the filing cannot follow now: {@link
   *     FilingReply.NotSent} or {@link FilingReply.CannotSend}
   * @throws yibao.kiosk.store.StoreFault when the disk cannot be read just now
   */
  Optional<FilingReply> send(FilingDraft draft);
}
