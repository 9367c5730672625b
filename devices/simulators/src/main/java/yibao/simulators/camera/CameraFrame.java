package yibao.simulators.camera;

import java.util.Objects;
import java.util.Optional;

/**
 * One grey frame.
 *
 * @param kind what is wrong with it
 * @param level 0 (harmless) to 1 (nearly unreadable)
 * @param width in pixels
 * @param height in pixels
 * @param pixels {@code width × height} bytes, row by row, 0 black to 255 white
 * @param text what its QR code says; empty when there is none
 */
public record CameraFrame(
    FrameKind kind, double level, int width, int height, byte[] pixels, Optional<String> text) {

  public CameraFrame {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(text);
    if (pixels.length != width * height) {
      throw new IllegalArgumentException("pixels do not fill " + width + "x" + height);
    }
  }
}
