package yibao.kiosk.hardware;

import java.util.Optional;
import java.util.function.Consumer;
import yibao.devices.qr.Payload;

/** The window before which codes are held. */
public interface ScanStation {

  /**
   * Lights up and reads codes until the subscription is closed, then goes dark.
   *
   * @param listener called on a virtual thread, one code after another; the same code held up
   *     longer is told once
   */
  Devices.Subscription watch(Consumer<Scanned> listener);

  /** The screen's camera that films the codes, and whose picture it must show; mostly none does. */
  default Optional<Lens> lens() {
    return Optional.empty();
  }

  /**
   * A code that was read.
   *
   * @param text its content
   */
  record Scanned(String text) {

    /** What a code is, as far as its text tells by itself. */
    public enum Kind {
      /** May be a 医保电子凭证; only the national service knows for sure. */
      E_VOUCHER,
      /** 付款码. */
      PAYMENT,
      /** 健康码. */
      HEALTH,
      /** Any other web address. */
      WEB_ADDRESS,
      /** Anything else, a 电子社保卡 among it. */
      OTHER
    }

    /** What it is. */
    public Kind kind() {
      return switch (Payload.of(text)) {
        case Payload.EVoucher _ -> Kind.E_VOUCHER;
        case Payload.PaymentCode _ -> Kind.PAYMENT;
        case Payload.HealthCode _ -> Kind.HEALTH;
        case Payload.Url _ -> Kind.WEB_ADDRESS;
        case Payload.Other _ -> Kind.OTHER;
      };
    }

    /** A voucher's digits open an account: they are not printed. */
    @Override
    public String toString() {
      return "Scanned[" + text.length() + " characters]";
    }
  }
}
