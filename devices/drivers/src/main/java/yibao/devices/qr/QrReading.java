package yibao.devices.qr;

import java.util.List;

/**
 * One QR code read from a picture.
 *
 * @param text what it says; personal, never logged
 * @param corners the symbol's outer corners in pixels of the picture as given: top left, top right,
 *     bottom right, bottom left
 * @param step name of the ladder's step that read it
 */
public record QrReading(String text, List<Point> corners, String step) {

  /** A point in pixels, x to the right, y down, (0, 0) the top left pixel's outer corner. */
  public record Point(double x, double y) {}

  public QrReading {
    corners = List.copyOf(corners);
  }

  /** Tells where and how, not what. */
  @Override
  public String toString() {
    return "QrReading[***, " + corners + ", " + step + "]";
  }
}
