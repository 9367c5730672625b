package yibao.kiosk.platform;

/** Decodes the QR codes of e-vouchers 医保电子凭证. */
public interface Vouchers {

  /**
   * Decodes a code just scanned; blocks for a bounded time. A code can be decoded once and is never
   * kept.
   *
   * @param text what the scanner read
   */
  VoucherRead decode(String text);

  /** How decoding ended. */
  sealed interface VoucherRead {

    /** The holder is known. */
    record Decoded(PresentedCredential.ElectronicVoucher voucher) implements VoucherRead {}

    /** The code is too old or was used before; the phone can show a fresh one. */
    record Expired() implements VoucherRead {}

    /** Some other code: a payment, a 电子社保卡, a web address. */
    record OtherCode() implements VoucherRead {}

    /**
     * No usable answer.
     *
     * @param cause stable code of the fault
     */
    record Unreachable(String cause) implements VoucherRead {}
  }
}
