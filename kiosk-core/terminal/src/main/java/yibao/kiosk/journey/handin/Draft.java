package yibao.kiosk.journey.handin;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import yibao.kiosk.hardware.DocumentCamera;
import yibao.kiosk.journey.visit.Concerned;
import yibao.kiosk.journey.visit.Facilities;
import yibao.kiosk.journey.visit.Folder;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.record.Attachment;
import yibao.kiosk.store.SavedForm;
import yibao.kiosk.store.Scans;
import yibao.kiosk.store.StoreFault;

/**
 * What a visit has filled in and scanned so far, as it is written down, so that a power cut between
 * two pages loses neither.
 *
 * @param certificateNumber of the person it is for
 * @param region whose list the item stands in
 * @param item its printed number
 * @param values what was filled in
 * @param pages what was scanned
 */
public record Draft(
    String certificateNumber,
    String region,
    int item,
    Map<String, String> values,
    List<Attachment> pages) {

  /** What keeping a page came to. */
  public sealed interface Kept {
    /** It is on disk. */
    record Page(Attachment page) implements Kept {}

    /**
     * It is not.
     *
     * @param code of the sentence that says why
     */
    record NotKept(String code) implements Kept {}
  }

  /** The visit as it stands. */
  public static Draft of(Scene scene) {
    Visit visit = scene.visit();
    return new Draft(
        Concerned.whoStandsThere(visit).orElseThrow().certificateNumber(),
        scene.facilities().site().region().id(),
        visit.item().orElseThrow().seq(),
        visit.values(),
        visit.folder().pages());
  }

  /** Writes a page down, and the draft with it; blocks on the disk. */
  public static Kept keep(
      Facilities facilities, Draft draft, String paper, DocumentCamera.Shot.Taken taken) {
    byte[] image = taken.image();
    if (image.length > Folder.LARGEST_PAGE) {
      return new Kept.NotKept("page.too-large");
    }
    String digest = digest(image);
    if (draft.holds(taken)) {
      return new Kept.NotKept("page.duplicate");
    }
    try {
      Scans.Scan scan =
          facilities.scans().keep(image, taken.mediaType(), facilities.time().instant());
      Attachment page = new Attachment(digest, paper, scan.mediaType(), scan.size(), 1);
      List<Attachment> pages = new ArrayList<>(draft.pages());
      pages.add(page);
      new Draft(draft.certificateNumber(), draft.region(), draft.item(), draft.values(), pages)
          .save(facilities);
      return new Kept.Page(page);
    } catch (StoreFault full) {
      return new Kept.NotKept("page.not-kept");
    }
  }

  /** Whether these very bytes are among the pages. */
  boolean holds(DocumentCamera.Shot.Taken taken) {
    String digest = digest(taken.image());
    return pages.stream().anyMatch(page -> page.digest().equals(digest));
  }

  /** The same with one page in the place of another. */
  Draft with(Attachment page, Attachment by) {
    return new Draft(
        certificateNumber,
        region,
        item,
        values,
        pages.stream().map(it -> it.equals(page) ? by : it).toList());
  }

  /** Writes it down in place of an earlier one; blocks on the disk. */
  void save(Facilities facilities) {
    facilities
        .savedForms()
        .save(
            certificateNumber,
            region,
            item,
            new SavedForm(values, pages, facilities.time().instant()));
  }

  /** Forgets the form; a filing holds its pages now. Blocks on the disk. */
  void forget(Facilities facilities) {
    facilities.savedForms().delete(certificateNumber, region, item);
  }

  /** Shreds it with its pages; blocks on the disk. */
  public void drop(Facilities facilities) {
    facilities.savedForms().delete(certificateNumber, region, item);
    pages.forEach(page -> facilities.scans().discard(page.digest()));
  }

  private static String digest(byte[] image) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(image));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
