package yibao.kiosk.app;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * The touch screen as it hangs; measured on the spot.
 *
 * @param orientation which way up
 * @param diagonal of the visible picture, in inches
 * @param lowerEdge height of the visible picture's lower edge above the floor, in mm
 * @param viewingDistance from the eyes of somebody standing to the glass, in mm
 */
public record GlassConfig(
    Orientation orientation, double diagonal, int lowerEdge, int viewingDistance) {

  private static final double MM_PER_INCH = 25.4;
  private static final int LONG_SIDE = 1920;
  private static final int SHORT_SIDE = 1080;

  /** Highest control for a forward reach, in mm above the floor (EN 301 549, 8.3). */
  private static final double HIGHEST_REACH = 1220;

  /** Angle that a capital H fills in the mode for people who see less (EN 301 549, 5.1.4). */
  private static final double LARGE_ANGLE = Math.toRadians(0.7);

  /** Least height of a capital I, in mm (Section 508, 402.4: 3/16 inch). */
  private static final double LEAST_CAPITAL = 4.8;

  /** Height of a capital in an em of Noto Sans CJK. */
  private static final double CAPITAL = 0.733;

  /** Smallest text of the standard screens and of 大字版, in px. */
  private static final double STANDARD_TEXT = 28;

  private static final double LARGE_TEXT = 42;

  /** Which way up the glass hangs. */
  public enum Orientation {
    /** 1080 × 1920. */
    PORTRAIT(0.42),
    /** 1920 × 1080. */
    LANDSCAPE(0.735);

    private final double leastShare;

    /**
     * @param leastShare of the picture that the controls of 低位模式 take, from its lower edge; as the
     *     screens are laid out (display.ts)
     */
    Orientation(double leastShare) {
      this.leastShare = leastShare;
    }
  }

  public GlassConfig {
    TerminalConfig.demand(
        diagonal >= 10 && diagonal <= 100, "glass.diagonal", "画面对角线的英寸数，10 到 100，如 21.5");
  }

  /** Millimetres from one pixel to the next. */
  private double pitch() {
    return diagonal * MM_PER_INCH / Math.hypot(LONG_SIDE, SHORT_SIDE);
  }

  /** Height of the visible picture, in mm. */
  @JsonIgnore
  public double height() {
    return pitch() * (orientation == Orientation.PORTRAIT ? LONG_SIDE : SHORT_SIDE);
  }

  /** Share of the picture, from its lower edge, that a wheelchair user reaches. */
  @JsonIgnore
  public double withinReach() {
    return Math.clamp((HIGHEST_REACH - lowerEdge) / height(), 0, 1);
  }

  /**
   * By how much the glass hangs too high for a wheelchair user to reach all of 低位模式, in mm; 0 where
   * it does not.
   */
  @JsonIgnore
  public long tooHigh() {
    return Math.max(
        0, Math.round(Math.ceil(lowerEdge + orientation.leastShare * height() - HIGHEST_REACH)));
  }

  /**
   * How much larger than drawn the text has to be for this glass and distance; 1 where it is large
   * enough as it is, 2 at most.
   */
  @JsonIgnore
  public double textScale() {
    double standard = LEAST_CAPITAL / CAPITAL / pitch() / STANDARD_TEXT;
    double large = viewingDistance * Math.tan(LARGE_ANGLE) / CAPITAL / pitch() / LARGE_TEXT;
    return Math.clamp(Math.max(standard, large), 1, 2);
  }
}
