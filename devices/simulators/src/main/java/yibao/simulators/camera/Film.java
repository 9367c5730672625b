package yibao.simulators.camera;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Frames as a film that browsers take for a camera: YUV4MPEG2, 4:2:0, without colour, as mjpegtools
 * describe it.
 */
public final class Film {
  private static final byte NO_COLOUR = (byte) 128;

  private Film() {}

  /**
   * Writes a film.
   *
   * @param frames all of one size, its sides even
   * @param rate frames a second
   */
  public static void write(Path file, List<CameraFrame> frames, int rate) throws IOException {
    CameraFrame first = frames.getFirst();
    byte[] colour = new byte[first.width() * first.height() / 2];
    Arrays.fill(colour, NO_COLOUR);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      String header =
          "YUV4MPEG2 W%d H%d F%d:1 Ip A1:1 C420jpeg\n"
              .formatted(first.width(), first.height(), rate);
      out.write(header.getBytes(StandardCharsets.US_ASCII));
      for (CameraFrame frame : frames) {
        out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
        out.write(frame.pixels());
        out.write(colour);
      }
    }
  }
}
