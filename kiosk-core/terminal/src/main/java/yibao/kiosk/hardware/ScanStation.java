package yibao.kiosk.hardware;

import java.util.function.Consumer;

/** The window before which codes are held. */
public interface ScanStation {

  /**
   * Lights up and reads codes until the subscription is closed, then goes dark.
   *
   * @param listener called on a virtual thread, one code after another; the same code held up
   *     longer is told once
   */
  Devices.Subscription watch(Consumer<Scanned> listener);

  /** Whether the screen films the codes with a camera of its own and must show what it films. */
  default boolean filmed() {
    return false;
  }

  /**
   * A code that was read.
   *
   * @param text its content
   */
  record Scanned(String text) {
    /** A voucher's digits open an account: they are not printed. */
    @Override
    public String toString() {
      return "Scanned[" + text.length() + " characters]";
    }
  }
}
