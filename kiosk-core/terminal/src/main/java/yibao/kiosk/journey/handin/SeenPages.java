package yibao.kiosk.journey.handin;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import yibao.devices.page.PageLook;
import yibao.devices.page.PagePicture;
import yibao.kiosk.hardware.DocumentCamera;

/**
 * How the pages of a visit look, to find one that lies under the camera a second time: noise and
 * light make its bytes new. Two sheets of one form may look alike as well, so that a page is only
 * asked about and never refused for it.
 */
final class SeenPages {
  private final List<PageLook> seen;
  private final AtomicReference<PageLook> last = new AtomicReference<>();

  SeenPages(List<PageLook> seen) {
    this.seen = List.copyOf(seen);
  }

  /** Whether a page looks like none of those seen; takes some tens of milliseconds. */
  boolean isNew(DocumentCamera.Shot.Taken taken) {
    Optional<PageLook> look = PagePicture.read(taken.image()).map(PageLook::of);
    look.ifPresent(last::set);
    return look.stream().noneMatch(it -> seen.stream().anyMatch(it::isLike));
  }

  /** How the page asked about last looks; empty where it is no picture. */
  Optional<PageLook> last() {
    return Optional.ofNullable(last.get());
  }
}
