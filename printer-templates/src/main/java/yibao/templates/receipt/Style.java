package yibao.templates.receipt;

/**
 * How a piece of text looks.
 *
 * @param inverted white on black
 * @param wide how many times as wide as normal, 1 to 6
 * @param high how many times as high as normal, 1 to 6
 */
record Style(boolean bold, boolean inverted, int wide, int high) {
  static final Style PLAIN = new Style(false, false, 1, 1);

  Style withBold(boolean on) {
    return new Style(on, inverted, wide, high);
  }

  Style withInverted(boolean on) {
    return new Style(bold, on, wide, high);
  }

  Style scaled(int timesWide, int timesHigh) {
    return new Style(bold, inverted, timesWide, timesHigh);
  }
}
