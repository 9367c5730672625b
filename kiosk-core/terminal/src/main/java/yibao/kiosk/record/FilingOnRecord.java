package yibao.kiosk.record;

import java.time.LocalDate;
import java.time.LocalDateTime;
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
 * @param shortfall what it lacks; any terminal may hand that in, as a filing of operation {@code
 *     supplement} whose value {@code earlier} is the {@code number}
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
    Optional<Shortfall> shortfall) {

  @Override
  public String toString() {
    return "FilingOnRecord[" + number + ", " + state + "]";
  }
}
