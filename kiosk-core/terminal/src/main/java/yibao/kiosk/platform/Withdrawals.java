package yibao.kiosk.platform;

/** Takes filings back 撤回 while they are not yet in review. */
public interface Withdrawals {

  /** Code of a refusal because somebody examines the filing already, or it is decided. */
  String TOO_LATE = "platform.too-late";

  /**
   * Takes a filing back; safe to repeat. {@link FilingReply.Taken} says where it stands now, {@link
   * FilingReply.NotThere} that there is none of this number for this person, {@link
   * FilingReply.Refused} with {@link #TOO_LATE} that it is not given back any more.
   *
   * @param number 受理号
   * @param certificateNumber document number of the person it is for
   */
  FilingReply withdraw(String number, String certificateNumber);
}
