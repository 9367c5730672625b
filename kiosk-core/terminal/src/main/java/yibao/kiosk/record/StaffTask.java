package yibao.kiosk.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something the hall's staff have to see to.
 *
 * @param id its number at this terminal
 * @param kind what it is
 * @param about what it concerns, such as {@link Rating#about}
 * @param openedAt since when
 * @param dueOn the last day to see to it
 * @param owner staff number of whoever sees to it, once somebody does
 * @param outcome what came of it, once somebody has
 */
public record StaffTask(
    long id,
    Kind kind,
    String about,
    Instant openedAt,
    LocalDate dueOn,
    Optional<String> owner,
    Optional<String> outcome) {

  /** What there is to do. */
  public enum Kind {
    /** 差评: look into it and answer. */
    BAD_RATING
  }
}
