package yibao.devices.page;

import java.util.Arrays;
import java.util.Optional;
import yibao.devices.qr.GreyImage;

/**
 * Whether a page under a camera can be read: whole in view on a darker mat, large, flat, evenly lit
 * and sharp. A page that has been turned is as good as an upright one.
 */
public final class PageCheck {
  /** The brightest of a picture with too little light in it. */
  private static final int DARK_PICTURE = 60;

  /** Paper in too little light. */
  private static final int DARK_PAPER = 85;

  /** Paper in so much light that grey print is gone. */
  private static final int WHITE_PAPER = 251;

  /** A page lies at least so many grey levels above its mat. */
  private static final double STANDS_OUT = 35;

  /** Part of the picture that a page covers at least: a bank card on a mat for A4. */
  private static final double SMALLEST = 0.04;

  /** Part of the picture below which there is no page at all. */
  private static final double SPECK = 0.01;

  /** Part of a side of the picture that a page may touch. */
  private static final double TOUCHES = 0.03;

  /** Part of its rectangle that a flat, uncovered page fills. */
  private static final double FILLS = 0.9;

  /** How alike opposite sides of a page are seen from above. */
  private static final double EVEN = 0.85;

  private static final int MIRROR = 253;
  private static final int PAPER_BELOW_MIRROR = 12;

  /** Part of a page that a mirrored lamp may cover. */
  private static final double MIRRORED = 0.004;

  private static final double SHARP = 0.4;

  private static final double SHARP_PRINT = 0.33;

  /** Pixels on both sides of an edge that belong to it when it is soft. */
  private static final int REACH = 8;

  private PageCheck() {}

  /** Looks a picture over. */
  public static PageVerdict look(GreyImage image) {
    Thumbnail picture = new Thumbnail(image);
    Thumbnail.Parting parting = picture.parting();
    if (brightest(picture) < DARK_PICTURE) {
      return new PageVerdict.Unreadable(PageFault.TOO_DARK);
    }
    if (parting.apart() < STANDS_OUT) {
      return new PageVerdict.Unreadable(PageFault.MISSING);
    }
    Patch patch = Patch.largest(picture, parting.level());
    Corners corners = patch.corners();
    Corners inFull = corners.times(picture.factor());
    return placed(picture, patch, corners)
        .or(() -> lit(picture, patch))
        .or(
            () ->
                Sharpness.of(image, inFull, REACH + 2 * picture.factor()) < SHARP
                        || Sharpness.ofPrint(image, inFull) < SHARP_PRINT
                    ? Optional.of(PageFault.BLURRED)
                    : Optional.empty())
        .<PageVerdict>map(PageVerdict.Unreadable::new)
        .orElseGet(() -> new PageVerdict.Readable(inFull));
  }

  private static Optional<PageFault> placed(Thumbnail picture, Patch patch, Corners corners) {
    double part = (double) patch.area() / picture.size();
    if (part < SPECK) {
      return Optional.of(PageFault.MISSING);
    }
    if (patch.alongBorder() > TOUCHES) {
      return Optional.of(PageFault.CUT_OFF);
    }
    if (part < SMALLEST) {
      return Optional.of(PageFault.TOO_SMALL);
    }
    return patch.area() < FILLS * corners.area() || corners.evenness() < EVEN
        ? Optional.of(PageFault.COVERED)
        : Optional.empty();
  }

  private static Optional<PageFault> lit(Thumbnail picture, Patch patch) {
    int[] levels = Arrays.stream(patch.members()).map(picture::at).sorted().toArray();
    int paper = levels[levels.length / 2];
    if (paper < DARK_PAPER) {
      return Optional.of(PageFault.TOO_DARK);
    }
    if (paper >= WHITE_PAPER) {
      return Optional.of(PageFault.TOO_BRIGHT);
    }
    long mirrored = Arrays.stream(levels).filter(level -> level >= MIRROR).count();
    return paper < MIRROR - PAPER_BELOW_MIRROR && mirrored > MIRRORED * levels.length
        ? Optional.of(PageFault.GLARE)
        : Optional.empty();
  }

  private static int brightest(Thumbnail picture) {
    int brightest = 0;
    for (int i = 0; i < picture.size(); i++) {
      brightest = Math.max(brightest, picture.at(i));
    }
    return brightest;
  }
}
