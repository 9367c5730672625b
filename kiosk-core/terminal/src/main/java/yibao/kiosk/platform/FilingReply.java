package yibao.kiosk.platform;

import java.time.LocalDate;
import yibao.kiosk.record.FilingState;

/** How handing in a filing, or asking after one, ended. */
public sealed interface FilingReply {

  /**
   * The platform has the filing and says where it stands: finished, or accepted and still
   * undecided.
   *
   * @param number the platform's number 受理号
   * @param state a settled state
   */
  record Taken(String number, FilingState state) implements FilingReply {}

  /**
   * An earlier filing stands in the way 已有备案.
   *
   * @param number number of the earlier filing
   * @param filedOn day it was filed
   * @param summary what it was, in the platform's words, e.g. 长期居住，上海市
   */
  record AlreadyFiled(String number, LocalDate filedOn, String summary) implements FilingReply {}

  /**
   * The platform will not take it.
   *
   * @param code stable code
   * @param words the platform's own words
   */
  record Refused(String code, String words) implements FilingReply {}

  /** The platform has nothing under this key; only {@link Platform#askFiling} answers so. */
  record NotThere() implements FilingReply {}

  /**
   * The request certainly never reached the platform, e.g. the connection was refused; sending
   * again is safe.
   *
   * @param cause stable code of the fault
   */
  record NotSent(String cause) implements FilingReply {}

  /**
   * The request was not sent, and sending it again changes nothing until somebody changes the
   * terminal's configuration or the province its service.
   *
   * @param cause stable code of what is missing, e.g. {@code platform.operation-not-mapped}
   * @param words the platform's own words, empty where it said nothing
   */
  record CannotSend(String cause, String words) implements FilingReply {
    /** Nothing was asked of the platform. */
    public CannotSend(String cause) {
      this(cause, "");
    }
  }

  /**
   * It may have arrived or not: no answer, or one that cannot be understood.
   *
   * @param cause stable code of the fault
   */
  record Unknown(String cause) implements FilingReply {}
}
