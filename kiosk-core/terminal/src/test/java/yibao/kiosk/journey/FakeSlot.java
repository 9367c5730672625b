package yibao.kiosk.journey;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.PinCheck;
import yibao.kiosk.hardware.SocialSecurityEvent;
import yibao.kiosk.hardware.SocialSecurityStation;
import yibao.kiosk.identity.SocialSecurityCard;

/** A slot for social-security cards in the test's hand. */
public final class FakeSlot implements SocialSecurityStation {

  static final String PIN = "246810";

  private final List<Consumer<SocialSecurityEvent>> watching = new CopyOnWriteArrayList<>();
  private final List<Consumer<SocialSecurityEvent>> waiting = new CopyOnWriteArrayList<>();
  private volatile boolean present;
  private volatile int tries = 2;

  @Override
  public Devices.Subscription watch(Consumer<SocialSecurityEvent> listener) {
    watching.add(listener);
    return () -> watching.remove(listener);
  }

  @Override
  public Devices.Subscription watchRemoval(Consumer<SocialSecurityEvent> listener) {
    waiting.add(listener);
    return () -> waiting.remove(listener);
  }

  @Override
  public PinCheck verifyPin(String cardNumber, char[] digits) {
    if (!present) {
      return new PinCheck.NoCard();
    }
    if (tries == 0) {
      return new PinCheck.Blocked();
    }
    if (new String(digits).equals(PIN)) {
      return new PinCheck.Right();
    }
    return --tries == 0 ? new PinCheck.Blocked() : new PinCheck.Wrong(tries);
  }

  @Override
  public boolean cardPresent() {
    return present;
  }

  void insert(SocialSecurityCard card) {
    present = true;
    tell(new SocialSecurityEvent.Reading());
    tell(new SocialSecurityEvent.Read(card));
  }

  void fail(String code) {
    present = true;
    tell(new SocialSecurityEvent.Reading());
    tell(new SocialSecurityEvent.Failed(code));
  }

  void pull() {
    present = false;
    waiting.forEach(l -> l.accept(new SocialSecurityEvent.Removed()));
  }

  private void tell(SocialSecurityEvent event) {
    watching.forEach(l -> l.accept(event));
  }
}
