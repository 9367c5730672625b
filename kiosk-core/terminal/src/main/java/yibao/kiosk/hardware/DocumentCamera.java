package yibao.kiosk.hardware;

import java.util.function.Consumer;

/**
 * The document camera 高拍仪. A stage that wants papers watches it, the screen's {@code PageCamera}
 * films while that stage's step is shown, and the stage hears every page that was good enough to
 * read. What is wrong with a page is told to the person by the screen at once; the stage hears
 * nothing of it.
 *
 * <pre>{@code
 * enter: watch = camera.watch(scene.guarded(page -> taken(scene, page)));
 * taken: keep page.jpeg() under its digest, then scene.refresh();
 * exit:  watch.close();
 * }</pre>
 */
public interface DocumentCamera {

  /**
   * Takes pages until the subscription is closed; nothing is filmed otherwise.
   *
   * @param listener called on a virtual thread, one page after another
   */
  Devices.Subscription watch(Consumer<Page> listener);

  /**
   * A page that can be read: whole, sharp, evenly lit, cut out of its surroundings.
   *
   * @param jpeg the picture, at most 1 MiB; personal, never logged
   * @param width in pixels
   * @param height in pixels
   */
  record Page(byte[] jpeg, int width, int height) {
    /** Tells how large it is, not what it shows. */
    @Override
    public String toString() {
      return "Page[" + width + "x" + height + ", " + jpeg.length + " bytes]";
    }
  }
}
