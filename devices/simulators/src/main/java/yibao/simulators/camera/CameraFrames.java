package yibao.simulators.camera;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Draws frames of a phone held before a camera. The same seed, kind, level and size always give the
 * same frame. Codes are versions 2 to 6, error correction M, holding 28 digits, an alphanumeric
 * text or a URL; all contents are invented.
 */
public final class CameraFrames {
  private static final List<FrameKind> COMBINABLE =
      List.of(
          FrameKind.ROTATION,
          FrameKind.PERSPECTIVE,
          FrameKind.MOTION,
          FrameKind.DEFOCUS,
          FrameKind.GLARE,
          FrameKind.LOW_CONTRAST,
          FrameKind.MOIRE,
          FrameKind.DARK,
          FrameKind.BRIGHT,
          FrameKind.INVERTED,
          FrameKind.OCCLUSION,
          FrameKind.NOISE,
          FrameKind.BANDING);
  private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
  private static final String PATH = "abcdefghijklmnopqrstuvwxyz0123456789-_";

  private final int width;
  private final int height;

  /** Frames of the given size in pixels. */
  public CameraFrames(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /**
   * One frame with a code of some version from 2 to 6.
   *
   * @param level 0 (harmless) to 1 (nearly unreadable)
   */
  public CameraFrame frame(FrameKind kind, double level, long seed) {
    return frame(kind, level, seed, 2 + new Random(seed * 31 + kind.ordinal()).nextInt(5));
  }

  /**
   * One frame with a code of the given version.
   *
   * @param level 0 (harmless) to 1 (nearly unreadable)
   * @param version 2 to 6
   */
  public CameraFrame frame(FrameKind kind, double level, long seed, int version) {
    return frame(kind, level, seed, version, Optional.empty());
  }

  /**
   * One frame of a phone that shows a text of ours.
   *
   * @param level 0 (harmless) to 1 (nearly unreadable)
   * @param shown at most 28 bytes
   */
  public CameraFrame showing(String shown, FrameKind kind, double level, long seed) {
    return frame(kind, level, seed, 3, Optional.of(shown));
  }

  private CameraFrame frame(
      FrameKind kind, double level, long seed, int version, Optional<String> shown) {
    Random random = new Random(seed * 1_000_003 + kind.ordinal() * 7_919L + (long) (level * 1000));
    Set<FrameKind> faults = faults(kind, random);
    double strength = kind == FrameKind.COMBINATION ? 0.25 + level * 0.45 : level;
    Optional<String> text =
        kind == FrameKind.NO_CODE
            ? Optional.empty()
            : shown.or(() -> Optional.of(text(version, random)));
    PhoneDisplay display =
        new PhoneDisplay(
            text.map(it -> encode(it, version)), faults.contains(FrameKind.INVERTED), random);
    double module = moduleSize(kind, level, display, random);
    View view = view(faults, strength, module, display, random);
    Picture picture = draw(display, view, random);
    double noise =
        new CameraFaults(picture, view, module, display.half() * module, random)
            .add(faults, strength);
    return new CameraFrame(kind, level, width, height, picture.expose(noise, random), text);
  }

  private static Set<FrameKind> faults(FrameKind kind, Random random) {
    if (kind != FrameKind.COMBINATION) {
      return EnumSet.of(kind);
    }
    Set<FrameKind> chosen = EnumSet.noneOf(FrameKind.class);
    while (chosen.size() < 3) {
      chosen.add(COMBINABLE.get(random.nextInt(COMBINABLE.size())));
    }
    return chosen;
  }

  private double moduleSize(FrameKind kind, double level, PhoneDisplay display, Random random) {
    double largest = Math.min(8, height * 0.8 / (2 * display.half()));
    double smallest = height >= 700 ? 3 : 2.4;
    return kind == FrameKind.SMALL
        ? 3 - 1.3 * level
        : smallest + (largest - smallest) * random.nextDouble() * random.nextDouble();
  }

  private View view(
      Set<FrameKind> faults, double level, double module, PhoneDisplay display, Random random) {
    double reach = display.half() * module * 1.3;
    double centreX = reach + random.nextDouble() * Math.max(0, width - 2 * reach);
    double centreY = reach + random.nextDouble() * Math.max(0, height - 2 * reach);
    double turn = (random.nextDouble() - 0.5) * 0.12;
    double tilt = random.nextDouble() * 0.12;
    double focal = width * (0.9 + 0.4 * random.nextDouble());
    if (faults.contains(FrameKind.ROTATION)) {
      turn = (0.05 + 0.95 * level) * Math.PI * (random.nextBoolean() ? 1 : -1);
    }
    if (faults.contains(FrameKind.PERSPECTIVE)) {
      tilt = Math.toRadians(12 + 48 * level);
      focal = Math.max(display.half() * module * 2.6, width * (0.8 - 0.5 * level));
    }
    return new View(centreX, centreY, module, turn, tilt, random.nextDouble() * 2 * Math.PI, focal);
  }

  private Picture draw(PhoneDisplay display, View view, Random random) {
    Picture picture = new Picture(width, height);
    double base = 0.2 + random.nextDouble() * 0.5;
    double slopeX = (random.nextDouble() - 0.5) * 0.4 / width;
    double slopeY = (random.nextDouble() - 0.5) * 0.4 / height;
    int boxes = 6;
    double[][] box = new double[boxes][];
    for (int i = 0; i < boxes; i++) {
      box[i] =
          new double[] {
            random.nextDouble() * width,
            random.nextDouble() * height,
            (0.05 + random.nextDouble() * 0.2) * width,
            (0.05 + random.nextDouble() * 0.2) * height,
            (random.nextDouble() - 0.5) * 0.5
          };
    }
    double[] uv = new double[2];
    picture.change(
        (ignored, x, y) -> {
          double behind = base + slopeX * x + slopeY * y;
          for (double[] it : box) {
            if (Math.abs(x - it[0]) < it[2] && Math.abs(y - it[1]) < it[3]) {
              behind += it[4];
            }
          }
          double room = Math.clamp(behind, 0.02, 0.95);
          view.toDisplay(x + 0.5, y + 0.5, uv);
          if (!display.covers(uv[0], uv[1])) {
            return room;
          }
          double sum = 0;
          int covered = 0;
          for (int sub = 0; sub < 9; sub++) {
            view.toDisplay(x + (sub % 3 * 2 + 1) / 6.0, y + (sub / 3 * 2 + 1) / 6.0, uv);
            boolean inside = display.covers(uv[0], uv[1]);
            sum += inside ? display.brightness(uv[0], uv[1]) : room;
            covered += inside ? 1 : 0;
          }
          picture.display[y * width + x] = covered / 9f;
          return sum / 9;
        });
    return picture;
  }

  private static ByteMatrix encode(String text, int version) {
    try {
      return Encoder.encode(
              text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.QR_VERSION, version))
          .getMatrix();
    } catch (WriterException e) {
      throw new IllegalStateException("version " + version + " cannot hold its own text", e);
    }
  }

  /** A text that fits the version at level M. */
  private static String text(int version, Random random) {
    int choice = random.nextInt(3);
    if (choice == 0) {
      StringBuilder digits = new StringBuilder("424");
      while (digits.length() < 28) {
        digits.append((char) ('0' + random.nextInt(10)));
      }
      return digits.toString();
    }
    int[] bytes = {0, 14, 26, 42, 62, 84, 106};
    if (choice == 1) {
      return draw(ALPHANUMERIC, (int) (bytes[version] * (0.7 + 0.6 * random.nextDouble())), random);
    }
    String start = "https://e.example/";
    return start + draw(PATH, Math.max(4, bytes[version] - start.length() - 2), random);
  }

  private static String draw(String from, int length, Random random) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(from.charAt(random.nextInt(from.length())));
    }
    return text.toString();
  }
}
