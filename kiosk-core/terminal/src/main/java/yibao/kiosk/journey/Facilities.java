package yibao.kiosk.journey;

import java.time.LocalDate;
import java.time.ZoneId;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.filing.Filings;
import yibao.kiosk.form.FormRules;
import yibao.kiosk.form.Places;
import yibao.kiosk.hardware.IdCardStation;
import yibao.kiosk.hardware.ReceiptStation;
import yibao.kiosk.paper.Papers;
import yibao.kiosk.platform.Platform;
import yibao.kiosk.query.InsuranceQuery;
import yibao.kiosk.store.SavedForms;
import yibao.kiosk.store.Scans;

/**
 * What the stages work with.
 *
 * @param site where this terminal stands and what it offers there
 * @param sentences what it says
 * @param rules checks of form answers
 * @param places administrative divisions
 * @param platform the province
 * @param insuranceQuery the query for insurances and contributions
 * @param filings hands in and keeps filings
 * @param savedForms half-filled forms with the pages scanned so far
 * @param scans the pages' bytes
 * @param cards the identity-card reader
 * @param receipts the receipt printer
 * @param papers what paper looks like
 * @param time the one source of time
 * @param zone the hall's time zone
 */
public record Facilities(
    Site site,
    Sentences sentences,
    FormRules rules,
    Places places,
    Platform platform,
    InsuranceQuery insuranceQuery,
    Filings filings,
    SavedForms savedForms,
    Scans scans,
    IdCardStation cards,
    ReceiptStation receipts,
    Papers papers,
    Timekeeper time,
    ZoneId zone) {

  /** Today in the hall. */
  LocalDate today() {
    return LocalDate.ofInstant(time.instant(), zone);
  }
}
