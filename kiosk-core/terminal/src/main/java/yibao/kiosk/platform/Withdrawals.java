package yibao.kiosk.platform;

/** Takes filings back 撤回 while they are not yet in review. */
public interface Withdrawals {

  /**
   * Takes a filing back; safe to repeat. {@link FilingReply.Taken} says where it stands now, {@link
   * FilingReply.NotThere} that there is none of this number for this person.
   *
   * @param number 受理号
   * @param certificateNumber document number of the person it is for
   */
  FilingReply withdraw(String number, String certificateNumber);
}
