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
 * @param remedy what they put right, once they have; open until somebody else has checked it
 * @param awaitsReply whether a number to reply to was left
 * @param reply what whoever left it was told, once they were
 */
public record StaffTask(
    long id,
    Kind kind,
    String about,
    Instant openedAt,
    LocalDate dueOn,
    Optional<String> owner,
    Optional<Remedy> remedy,
    boolean awaitsReply,
    Optional<Reply> reply) {

  /**
   * What was put right 整改.
   *
   * @param what in a sentence of whoever did it
   * @param by their staff number
   * @param at when
   */
  public record Remedy(String what, String by, Instant at) {}

  /**
   * What whoever left a number was told 回复.
   *
   * @param what in a sentence of whoever replied; names nobody
   * @param by their staff number
   * @param at when
   */
  public record Reply(String what, String by, Instant at) {}

  /** What there is to do. */
  public enum Kind {
    /** 差评: look into it and answer. */
    BAD_RATING
  }
}
