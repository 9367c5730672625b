package yibao.kiosk.platform;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.record.AccountMovement;
import yibao.kiosk.record.Accumulation;
import yibao.kiosk.record.ChronicEntitlement;
import yibao.kiosk.record.DesignatedInstitution;
import yibao.kiosk.record.DrugEntry;
import yibao.kiosk.record.FeeLine;
import yibao.kiosk.record.FilingOnRecord;
import yibao.kiosk.record.HospitalStay;
import yibao.kiosk.record.Institution;
import yibao.kiosk.record.Referral;
import yibao.kiosk.record.Settlement;

/**
 * What else a citizen may ask the platform. Every call blocks the calling virtual thread for a
 * bounded time. A question this province does not take ends in {@link Reply.Unreachable} with
 * {@code platform.not-offered}.
 */
public interface Enquiries {

  /**
   * Whom a question is about.
   *
   * @param number platform key of the person
   * @param insuredPlace six-digit place code of the insurance asked about
   */
  record Subject(String number, String insuredPlace) {
    @Override
    public String toString() {
      return "Subject";
    }
  }

  /** Movements of the personal account between two days, newest first. */
  Reply<List<AccountMovement>> accountMovements(Subject subject, LocalDate from, LocalDate to);

  /** Most visits of which {@link #settlements} tells. */
  int MOST_VISITS = 100;

  /**
   * Settlements of the visits that began between two days, newest first; of the latest {@link
   * #MOST_VISITS} where there were more. A visit that is not settled is left out.
   */
  Reply<List<Settlement>> settlements(Subject subject, LocalDate from, LocalDate to);

  /** What the month's year has come to until its end. */
  Reply<List<Accumulation>> accumulations(Subject subject, YearMonth until);

  /** Stays in hospital that began between two days and go on, newest first. */
  Reply<List<HospitalStay>> staysInHospital(Subject subject, LocalDate from, LocalDate to);

  /** What was charged in a settlement, in the platform's order. */
  Reply<List<FeeLine>> fees(Subject subject, Settlement settlement);

  /** 门诊慢特病 entitlements, ended ones included. */
  Reply<List<ChronicEntitlement>> chronicEntitlements(Subject subject);

  /** Where 门诊慢特病 is treated, ended choices included. */
  Reply<List<DesignatedInstitution>> designatedInstitutions(Subject subject);

  /** Referrals that hospitals put on record between two days, newest first. */
  Reply<List<Referral>> referrals(Subject subject, LocalDate from, LocalDate to);

  /** All filings of the person, newest first, wherever they were handed in. */
  Reply<List<FilingOnRecord>> filings(Subject subject);

  /** The filing of this number; empty when there is none. */
  Reply<Optional<FilingOnRecord>> filing(String number);

  /**
   * Institutions of the province whose name contains {@code words}, at most a hundred.
   *
   * @param kind only this kind; empty: both
   */
  Reply<List<Institution>> institutions(String words, Optional<Institution.Kind> kind);

  /** Entries of the drug list whose generic name contains {@code words}, at most a hundred. */
  Reply<List<DrugEntry>> drugs(String words);
}
