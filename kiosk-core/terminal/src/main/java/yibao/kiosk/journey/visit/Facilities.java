package yibao.kiosk.journey.visit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Supplier;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.filing.FilingWithdrawal;
import yibao.kiosk.filing.Filings;
import yibao.kiosk.form.FormRules;
import yibao.kiosk.form.Places;
import yibao.kiosk.hardware.DocumentCamera;
import yibao.kiosk.journey.attend.Attendance;
import yibao.kiosk.paper.Papers;
import yibao.kiosk.paper.Verification;
import yibao.kiosk.platform.FaceChecks;
import yibao.kiosk.platform.Platform;
import yibao.kiosk.platform.Vouchers;
import yibao.kiosk.query.Sources;
import yibao.kiosk.store.Ratings;
import yibao.kiosk.store.SavedForms;
import yibao.kiosk.store.Scans;
import yibao.kiosk.window.QueueDesk;

/**
 * What the stages work with.
 *
 * @param site where this terminal stands and what it offers there
 * @param sentences what it says
 * @param rules checks of form answers
 * @param places administrative divisions
 * @param platform the province
 * @param sources who answers queries
 * @param filings hands in and keeps filings
 * @param withdrawal takes filings back
 * @param savedForms half-filled forms with the pages scanned so far
 * @param scans the pages' bytes
 * @param ratings what citizens thought of it
 * @param readers where credentials are shown
 * @param vouchers decodes the QR codes of e-vouchers
 * @param faces has the certified module look at a face
 * @param documentCamera the document camera
 * @param printers where paper comes out
 * @param queue the hall's queue
 * @param papers what paper looks like
 * @param verification checks papers' verification codes; its keys may still be on their way
 * @param attendance what staff have to hand at this terminal's screen
 * @param time the one source of time
 * @param zone the hall's time zone
 */
public record Facilities(
    Site site,
    Sentences sentences,
    FormRules rules,
    Places places,
    Platform platform,
    Sources sources,
    Filings filings,
    FilingWithdrawal withdrawal,
    SavedForms savedForms,
    Scans scans,
    Ratings ratings,
    Readers readers,
    Vouchers vouchers,
    FaceChecks faces,
    DocumentCamera documentCamera,
    Printers printers,
    QueueDesk queue,
    Papers papers,
    Supplier<Verification> verification,
    Attendance attendance,
    Timekeeper time,
    ZoneId zone) {

  /** The time in the hall. */
  public LocalDateTime now() {
    return LocalDateTime.ofInstant(time.instant(), zone);
  }

  /** Today in the hall. */
  public LocalDate today() {
    return LocalDate.ofInstant(time.instant(), zone);
  }
}
