package yibao.simulators.camera;

/** What is wrong with a frame. Each kind climbs from harmless to nearly unreadable. */
public enum FrameKind {
  /** Nothing: modules of 3 to 8 pixels, upright. */
  CLEAN,
  /** The phone is far away: modules down to 1.7 pixels. */
  SMALL,
  /** Turned in the plane of the picture by up to 180 degrees. */
  ROTATION,
  /** Held at an angle of up to about 60 degrees. */
  PERSPECTIVE,
  /** A shaking hand: a straight smear. */
  MOTION,
  /** Out of focus: a disc of confusion. */
  DEFOCUS,
  /** A lamp mirrored in the glass. */
  GLARE,
  /** A washed-out or dimmed display: black and white lie close together. */
  LOW_CONTRAST,
  /** The display's pixel grid beats with the sensor's. */
  MOIRE,
  /** Too little light reaches the sensor. */
  DARK,
  /** Over-exposed: white blooms over black. */
  BRIGHT,
  /** Dark mode: light modules on a dark card. */
  INVERTED,
  /** A thumb, a sticker or scratches cover part of the code. */
  OCCLUSION,
  /** Sensor noise. */
  NOISE,
  /** Rolling-shutter bands of a dimmed display. */
  BANDING,
  /** Three of the above at once, each at half strength. */
  COMBINATION,
  /** A phone, a card, text and a one-dimensional barcode, but no QR code. */
  NO_CODE
}
