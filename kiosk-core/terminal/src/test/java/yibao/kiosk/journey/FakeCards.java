package yibao.kiosk.journey;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.IdCardEvent;
import yibao.kiosk.hardware.IdCardStation;
import yibao.kiosk.identity.IdentityDocument;

/** A card reader in the test's hand. */
public final class FakeCards implements IdCardStation {

  private final List<Consumer<IdCardEvent>> watching = new CopyOnWriteArrayList<>();
  private final List<Consumer<IdCardEvent>> waitingForRemoval = new CopyOnWriteArrayList<>();
  private volatile boolean present;

  @Override
  public Devices.Subscription watch(Consumer<IdCardEvent> listener) {
    watching.add(listener);
    return () -> watching.remove(listener);
  }

  @Override
  public Devices.Subscription watchRemoval(Consumer<IdCardEvent> listener) {
    waitingForRemoval.add(listener);
    return () -> waitingForRemoval.remove(listener);
  }

  @Override
  public boolean cardPresent() {
    return present;
  }

  int watchers() {
    return watching.size();
  }

  public void lay(IdentityDocument document) {
    present = true;
    tell(new IdCardEvent.Reading());
    tell(new IdCardEvent.Read(document));
  }

  void fail(String code) {
    tell(new IdCardEvent.Reading());
    tell(new IdCardEvent.Failed(code));
  }

  /** The reader stops answering, with no card on it. */
  void gone(String code) {
    tell(new IdCardEvent.Failed(code));
  }

  public void lift() {
    present = false;
    waitingForRemoval.forEach(l -> l.accept(new IdCardEvent.Removed()));
  }

  private void tell(IdCardEvent event) {
    watching.forEach(l -> l.accept(event));
  }
}
