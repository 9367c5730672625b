package yibao.sandbox.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A relocation filing 异地就医备案 as the platform keeps it. Codes are the national ones.
 *
 * @param number trt_dcla_detl_sn
 * @param key the terminal's idempotency key; empty for filings older than the ledger
 * @param digest SHA-256 of what was filed, to tell a repetition from a reused key
 * @param event evt_type by which it was filed
 * @param earlier number of the filing it changes, pauses, resumes or cancels
 * @param person psn_no
 * @param insurance insutype
 * @param insuredPlace insuplc_admdvs
 * @param reason rloc_rea
 * @param destination rloc_admdvs
 * @param begin begndate
 * @param end enddate; empty while open
 * @param address resout_addr
 * @param phone tel
 * @param attachments att_cnt
 * @param takenAt when the platform took it
 * @param terminal dev_no or fixmedins_code of the sender
 * @param state where it stands
 */
public record LedgerFiling(
    String number,
    Optional<String> key,
    String digest,
    String event,
    Optional<String> earlier,
    String person,
    String insurance,
    String insuredPlace,
    String reason,
    String destination,
    LocalDate begin,
    Optional<LocalDate> end,
    String address,
    String phone,
    int attachments,
    Instant takenAt,
    String terminal,
    State state) {

  /** Where a filing stands. */
  public enum State {
    /** 已受理, not decided. */
    ACCEPTED,
    /** 已办结 and in force. */
    FINISHED,
    /** 暂停. */
    PAUSED,
    /** 不予受理. */
    REJECTED,
    /** Cancelled or replaced by a later filing. */
    ENDED
  }

  /** The same filing in another state. */
  public LedgerFiling in(State next) {
    return new LedgerFiling(
        number,
        key,
        digest,
        event,
        earlier,
        person,
        insurance,
        insuredPlace,
        reason,
        destination,
        begin,
        end,
        address,
        phone,
        attachments,
        takenAt,
        terminal,
        next);
  }

  /** Whether it stands in the way of another filing that covers the same days. */
  public boolean standing() {
    return switch (state) {
      case ACCEPTED, FINISHED, PAUSED -> true;
      case REJECTED, ENDED -> false;
    };
  }

  /**
   * Whether the days of {@code [from, to]} touch the days of this filing; no end means for ever.
   */
  public boolean overlaps(LocalDate from, Optional<LocalDate> to) {
    boolean endsBefore = end.filter(last -> last.isBefore(from)).isPresent();
    boolean startsAfter = to.filter(last -> last.isBefore(begin)).isPresent();
    return !endsBefore && !startsAfter;
  }

  @Override
  public String toString() {
    return "LedgerFiling[" + number + ", " + state + "]";
  }
}
