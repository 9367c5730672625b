package yibao.kiosk.platform;

/**
 * The certified face module of a 医保业务综合服务终端 and the national real-person service behind it. The
 * module looks and compares; no picture ever reaches us.
 */
public interface FaceChecks {

  /**
   * Has the module look at whoever stands there; blocks while it does, a bounded time. A first
   * match activates the person's e-voucher 医保电子凭证.
   *
   * @param certificateNumber document number of the person it should be
   * @param name their name
   */
  FaceReply check(String certificateNumber, String name);

  /** What the module found. */
  sealed interface FaceReply {

    /**
     * It is that person.
     *
     * @param voucher their e-voucher, good for this visit
     * @param activatedNow whether this check activated it
     */
    record Matched(PresentedCredential.ElectronicVoucher voucher, boolean activatedNow)
        implements FaceReply {}

    /** It is somebody else. */
    record NoMatch() implements FaceReply {}

    /** It is no living face. */
    record NotLive() implements FaceReply {}

    /** Too many tries for this person today. */
    record TooManyTries() implements FaceReply {}

    /**
     * The check could not be made.
     *
     * @param cause stable code of the fault
     */
    record Unavailable(String cause) implements FaceReply {}
  }
}
