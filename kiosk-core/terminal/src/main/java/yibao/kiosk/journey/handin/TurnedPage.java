package yibao.kiosk.journey.handin;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import yibao.devices.page.PagePicture;
import yibao.kiosk.journey.visit.Facilities;
import yibao.kiosk.journey.visit.Folder;
import yibao.kiosk.record.Attachment;
import yibao.kiosk.store.Scans;
import yibao.kiosk.store.StoreFault;

/** A page turned upright: kept in the place of the one that lay sideways or upside down. */
final class TurnedPage {

  private TurnedPage() {}

  /**
   * Keeps the page turned a quarter clockwise, writes the draft down with it and shreds the other;
   * blocks on the disk.
   *
   * @return empty where it cannot be read or kept; the page stays as it was then
   */
  static Optional<Attachment> keep(Facilities facilities, Draft draft, Attachment page) {
    try {
      Scans scans = facilities.scans();
      Optional<BufferedImage> picture = PagePicture.read(scans.read(page.digest(), 0, page.size()));
      if (picture.isEmpty()) {
        return Optional.empty();
      }
      Scans.Scan scan =
          scans.keep(
              PagePicture.jpeg(PagePicture.turned(picture.get()), Folder.LARGEST_PAGE),
              "image/jpeg",
              facilities.time().instant());
      Attachment turned =
          new Attachment(scan.digest(), page.material(), scan.mediaType(), scan.size(), 1);
      draft.with(page, turned).save(facilities);
      scans.discard(page.digest());
      return Optional.of(turned);
    } catch (StoreFault | IOException fault) {
      return Optional.empty();
    }
  }
}
