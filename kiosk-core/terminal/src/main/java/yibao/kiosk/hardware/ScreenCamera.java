package yibao.kiosk.hardware;

import java.util.Optional;

/**
 * A camera that hangs at the screen: the page films, the service looks. Nobody films unless
 * somebody watches.
 *
 * @param <S> what is seen in a frame
 */
public sealed interface ScreenCamera<S> permits CameraScanner, ScreenDocumentCamera {

  /**
   * Looks at a frame the page has filmed; blocks for a bounded time.
   *
   * @return what was seen; empty when nobody watches, or a newer frame came before this one's turn
   */
  Optional<S> film(yibao.devices.qr.GreyImage frame);

  /** The page could not film. */
  void failed(CameraFault fault);
}
