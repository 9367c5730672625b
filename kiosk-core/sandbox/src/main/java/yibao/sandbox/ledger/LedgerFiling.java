package yibao.sandbox.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * A filing as the platform keeps it. Codes are the national ones.
 *
 * @param number trt_dcla_detl_sn
 * @param key the terminal's idempotency key; empty for filings older than the ledger
 * @param digest SHA-256 of what was filed, to tell a repetition from a reused key
 * @param business what kind of filing, {@code relocation} for 异地就医备案
 * @param earlier number of the filing it changes, pauses, resumes or cancels
 * @param person psn_no; empty when the platform did not know the person
 * @param certificate certno
 * @param insurance insutype; may be empty
 * @param insuredPlace insuplc_admdvs; may be empty
 * @param content what was filled in, by national field
 * @param takenAt when the platform took it
 * @param terminal dev_no or fixmedins_code of the sender
 * @param state where it stands
 * @param changedAt when it came to stand there
 * @param shortfall what it lacks; only while it is received or returned
 * @param intake how it was taken in
 */
public record LedgerFiling(
    String number,
    Optional<String> key,
    String digest,
    String business,
    Optional<String> earlier,
    String person,
    String certificate,
    String insurance,
    String insuredPlace,
    Map<String, String> content,
    Instant takenAt,
    String terminal,
    State state,
    Instant changedAt,
    Optional<Shortfall> shortfall,
    Intake intake) {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  public LedgerFiling {
    content = Map.copyOf(content);
    // Ledgers written before terminals said what they promised.
    intake = intake == null ? Intake.NOTHING : intake;
  }

  /** Where a filing stands. */
  public enum State {
    /** 已收件: papers or originals are still to come. */
    RECEIVED,
    /** 已受理, not decided. */
    ACCEPTED,
    /** 审核中. */
    IN_REVIEW,
    /** 退回补正. */
    RETURNED,
    /** 已办结 and in force. */
    FINISHED,
    /** 暂停. */
    PAUSED,
    /** 不予受理. */
    REJECTED,
    /** 已撤回. */
    WITHDRAWN,
    /** Cancelled or replaced by a later filing. */
    ENDED
  }

  /** The same filing in another state; it lacks nothing any more once it goes on. */
  public LedgerFiling in(State next, Instant now) {
    boolean waits = next == State.RECEIVED || next == State.RETURNED;
    return in(next, now, waits ? shortfall : Optional.empty(), intake);
  }

  /** The same filing given back for what it lacks. */
  public LedgerFiling lacking(Shortfall lacking, Instant now) {
    return in(State.RETURNED, now, Optional.of(lacking), intake);
  }

  /**
   * The same filing with everything there: accepted, unless a window has still to see the
   * originals.
   *
   * @param due the day promised anew
   */
  public LedgerFiling completed(Optional<LocalDate> due, Instant now) {
    return in(
        intake.originals() ? State.RECEIVED : State.ACCEPTED,
        now,
        Optional.empty(),
        due.map(intake::until).orElse(intake));
  }

  /** The same filing with other entries. */
  public LedgerFiling saying(Map<String, String> entries, Instant now) {
    return new LedgerFiling(
        number,
        key,
        digest,
        business,
        earlier,
        person,
        certificate,
        insurance,
        insuredPlace,
        entries,
        takenAt,
        terminal,
        state,
        now,
        shortfall,
        intake);
  }

  /**
   * The same filing with its originals seen at a window: accepted, unless papers are still to come.
   *
   * @param due the day promised from now on
   */
  public LedgerFiling originalsSeen(Optional<LocalDate> due, Instant now) {
    boolean whole = shortfall.isEmpty();
    Intake promised = whole ? due.map(intake::until).orElse(intake) : intake;
    return in(whole ? State.ACCEPTED : State.RECEIVED, now, shortfall, promised.seen());
  }

  private LedgerFiling in(State next, Instant now, Optional<Shortfall> lacking, Intake promised) {
    return new LedgerFiling(
        number,
        key,
        digest,
        business,
        earlier,
        person,
        certificate,
        insurance,
        insuredPlace,
        content,
        takenAt,
        terminal,
        next,
        now,
        lacking,
        promised);
  }

  /** Whether it stands in the way of another filing of the same kind. */
  public boolean standing() {
    return switch (state) {
      case RECEIVED, ACCEPTED, IN_REVIEW, RETURNED, FINISHED, PAUSED -> true;
      case REJECTED, WITHDRAWN, ENDED -> false;
    };
  }

  /** A field of the content; empty when it was left out. */
  public Optional<String> field(String name) {
    return Optional.ofNullable(content.get(name));
  }

  /** The day on which the platform took it. */
  public LocalDate takenOn() {
    return LocalDate.ofInstant(takenAt, ZONE);
  }

  @Override
  public String toString() {
    return "LedgerFiling[" + number + ", " + business + ", " + state + "]";
  }
}
