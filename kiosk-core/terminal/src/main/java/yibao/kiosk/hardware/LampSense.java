package yibao.kiosk.hardware;

import yibao.devices.qr.Hint;

/**
 * Decides whether a camera's lamp should shine: only after several frames in a row say so, that it
 * does not flicker. One thread at a time.
 */
final class LampSense {
  private static final int FRAMES = 4;

  private boolean shining;
  private int contrary;

  /** Takes what the next frame showed and says whether the lamp should shine now. */
  boolean after(Hint hint) {
    boolean switched =
        switch (hint) {
          case TOO_DARK -> !shining;
          case TOO_BRIGHT, GLARE -> shining;
          case NOTHING_IN_VIEW, TOO_FAR, BLURRED, HOLD_STILL -> false;
        };
    contrary = switched ? contrary + 1 : 0;
    if (contrary >= FRAMES) {
      shining = !shining;
      contrary = 0;
    }
    return shining;
  }

  /** Whether the lamp should shine. */
  boolean shining() {
    return shining;
  }

  void forget() {
    shining = false;
    contrary = 0;
  }
}
