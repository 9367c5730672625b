package yibao.kiosk.journey;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.ScanStation;

/** A scan engine in the test's hand. */
public final class FakeScanner implements ScanStation {

  private final List<Consumer<Scanned>> watching = new CopyOnWriteArrayList<>();

  @Override
  public Devices.Subscription watch(Consumer<Scanned> listener) {
    watching.add(listener);
    return () -> watching.remove(listener);
  }

  /** Whether it is lit. */
  boolean lit() {
    return !watching.isEmpty();
  }

  void hold(String text) {
    watching.forEach(l -> l.accept(new Scanned(text)));
  }
}
