package yibao.kiosk.record;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * A filing as the platform has it 办件, wherever it was handed in.
 *
 * @param number 受理号
 * @param key the idempotency key, where a terminal handed it in
 * @param state where it stands
 * @param summary what it is, in the platform's words, e.g. 长期居住，上海市
 * @param filedOn day it was handed in
 * @param changedAt when it came to stand there, Beijing time
 * @param from first day it covers, where it covers days
 * @param to last day it covers; empty when open or when it covers no days
 * @param due day by which it was promised to be done 预计办结, while a limit runs
 * @param insurance which insurance it is under, where the platform says so
 * @param shortfall what it lacks; any terminal may hand that in, as a filing of operation {@code
 *     supplement} whose value {@code earlier} is the {@code number} and whose scans are of the
 *     material {@code lack-1} for the first that is missing, and so on
 * @param standing whether it has effect today, as far as its state says
 * @param values form values by field name, where the platform gives back what was filed
 * @param operation what was filed, in the region packs' word, where the platform tells
 */
public record FilingOnRecord(
    String number,
    Optional<FilingKey> key,
    FilingState state,
    String summary,
    LocalDate filedOn,
    Optional<LocalDateTime> changedAt,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<LocalDate> due,
    Optional<InsuranceKind> insurance,
    Optional<Shortfall> shortfall,
    Standing standing,
    Map<String, String> values,
    Optional<String> operation) {

  public FilingOnRecord {
    values = Map.copyOf(values);
  }

  /** A filing of which the platform does not say what kind it is. */
  public FilingOnRecord(
      String number,
      Optional<FilingKey> key,
      FilingState state,
      String summary,
      LocalDate filedOn,
      Optional<LocalDateTime> changedAt,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      Optional<LocalDate> due,
      Optional<InsuranceKind> insurance,
      Optional<Shortfall> shortfall,
      Standing standing,
      Map<String, String> values) {
    this(
        number,
        key,
        state,
        summary,
        filedOn,
        changedAt,
        from,
        to,
        due,
        insurance,
        shortfall,
        standing,
        values,
        Optional.empty());
  }

  /** What effect a filing has. */
  public enum Standing {
    /** It has effect. */
    IN_FORCE,
    /** Its effect rests 暂停, and can be resumed. */
    RESTING,
    /** None, or none yet. */
    NONE
  }

  @Override
  public String toString() {
    return "FilingOnRecord[" + number + ", " + state + "]";
  }
}
