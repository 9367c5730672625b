package yibao.simulators.printer;

/** The modes a printer is in; ESC @ brings them all back. */
final class PrintMode {
  boolean chinese = true;
  boolean bold;
  boolean inverted;
  int underline;
  int width = 1;
  int height = 1;
  int align;
  int lineSpacing = 30;
  int leftMargin;
  int areaWidth;
  int barWidth = 3;
  int barHeight = 162;

  PrintMode(int paperWidth) {
    areaWidth = paperWidth;
  }
}
