package yibao.kiosk.journey.asking;

import yibao.kiosk.journey.visit.Facilities;
import yibao.kiosk.record.FilingOnRecord;

/** What is done about wrong entries of a filing 更正. */
public interface Corrections {

  /** What a region says of a filing's wrong entries. */
  sealed interface Ruling {
    /** They are put right on this terminal. */
    record Here() implements Ruling {}

    /**
     * They are not.
     *
     * @param instead what to do instead, in a sentence
     */
    record NotHere(String instead) implements Ruling {}

    /** Nothing is said of filings of this kind. */
    record Unsaid() implements Ruling {}
  }

  /** What is done about wrong entries of this filing, as it stands. */
  Ruling of(FilingOnRecord filing, Facilities facilities);
}
