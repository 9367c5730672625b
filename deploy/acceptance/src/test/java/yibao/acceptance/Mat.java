package yibao.acceptance;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Kernel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import yibao.simulators.camera.CameraFrame;
import yibao.simulators.camera.Film;
import yibao.simulators.camera.FrameKind;

/**
 * The mat under a document camera, as a film of one frame that Chromium shows over and over. What
 * lies there changes within the same file, because Chromium holds it open.
 */
final class Mat {
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 1200;
  private static final int RATE = 10;
  private static final int BLUR = 15;
  private static final Color CLOTH = new Color(45, 48, 50);
  private static final Color MARK = new Color(110, 110, 110);
  private static final Color PAPER = new Color(222, 224, 220);
  private static final Color INK = new Color(30, 30, 34);

  private final Path film;

  /** An empty mat. */
  Mat(Path film) throws IOException {
    this.film = film;
    Film.write(film, List.of(frame(cloth())), RATE);
  }

  /** What Chromium shows. */
  Path film() {
    return film;
  }

  /** Nothing lies there any more. */
  void clear() throws IOException {
    show(cloth());
  }

  /** A page lies there as it should; each number has a print of its own. */
  void lay(int page) throws IOException {
    show(page(page, 0));
  }

  /** A page that is being moved. */
  void layBlurred(int page) throws IOException {
    float[] box = new float[BLUR * BLUR];
    Arrays.fill(box, 1f / box.length);
    show(
        new ConvolveOp(new Kernel(BLUR, BLUR, box), ConvolveOp.EDGE_NO_OP, null)
            .filter(page(page, 0), null));
  }

  /** A page of which the lower edge lies outside the picture. */
  void layCut(int page) throws IOException {
    show(page(page, 200));
  }

  private void show(BufferedImage picture) throws IOException {
    Path whole = Files.createTempFile(film.getParent(), "mat", ".y4m");
    Film.write(whole, List.of(frame(picture)), RATE);
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(whole));
    Files.delete(whole);
    // Never shorter than before: whoever reads it must not come to an end too early.
    try (FileChannel file = FileChannel.open(film, StandardOpenOption.WRITE)) {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    }
  }

  private static CameraFrame frame(BufferedImage picture) {
    byte[] grey = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData().clone();
    return new CameraFrame(FrameKind.NO_CODE, 0, WIDTH, HEIGHT, grey, Optional.empty());
  }

  private static BufferedImage cloth() {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D brush = picture.createGraphics();
    brush.setColor(CLOTH);
    brush.fillRect(0, 0, WIDTH, HEIGHT);
    // Mats have a mark for the corner of a sheet.
    brush.setColor(MARK);
    brush.fillRect(300, 60, 20, 20);
    brush.dispose();
    return picture;
  }

  private static BufferedImage page(int number, int lower) {
    BufferedImage picture = cloth();
    Graphics2D brush = picture.createGraphics();
    brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    brush.translate(WIDTH / 2, HEIGHT / 2 + lower);
    brush.setColor(PAPER);
    brush.fillRect(-380, -530, 760, 1060);
    brush.setColor(INK);
    Random random = new Random(number);
    for (int y = -470; y < 480; y += 34) {
      int words = random.nextInt(8, 26);
      for (int x = -320; x < -320 + 24 * words; x += 24) {
        if (random.nextInt(5) > 0) {
          brush.fillRect(x + random.nextInt(5), y, 3, 18);
          brush.fillRect(x, y + random.nextInt(14), 17, 3);
        }
      }
    }
    brush.dispose();
    return picture;
  }
}
