package yibao.templates.receipt;

/**
 * The grid of a receipt printer's own fonts: font A is 12×24 dots, a Chinese character 24×24
 * (ESC/POS).
 */
final class Cells {
  static final int WIDTH = 12;
  static final int HEIGHT = 24;
  static final int TIBETAN_ABOVE = 14;
  static final int TIBETAN_BELOW = 22;

  private Cells() {}
}
