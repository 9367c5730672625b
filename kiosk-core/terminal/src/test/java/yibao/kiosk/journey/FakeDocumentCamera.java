package yibao.kiosk.journey;

import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import yibao.kiosk.hardware.DocumentCamera;

/** A document camera under which a test lays pages. */
final class FakeDocumentCamera implements DocumentCamera {

  private final Queue<Shot> pages = new ConcurrentLinkedQueue<>();

  Presence presence = Presence.READY;

  @Override
  public Presence presence() {
    return presence;
  }

  @Override
  public Shot shoot() {
    Shot shot = pages.poll();
    return shot == null ? new Shot.NotTaken("page.missing") : shot;
  }

  /** Lays a page down; what it shows tells it from others. */
  void lay(String shown) {
    lay(shown.getBytes(StandardCharsets.UTF_8));
  }

  void lay(byte[] jpeg) {
    pages.add(new Shot.Taken(jpeg, "image/jpeg"));
  }

  /** Lays down what cannot be handed in. */
  void layUnfit(String code) {
    pages.add(new Shot.NotTaken(code));
  }
}
