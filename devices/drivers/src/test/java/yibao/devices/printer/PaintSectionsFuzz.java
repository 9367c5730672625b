package yibao.devices.printer;

import java.util.List;

/** Any paint is cut into sections that follow each other up to its end. */
public final class PaintSectionsFuzz {
  private PaintSectionsFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    List<Integer> ends = PaintSections.ends(data, 16);
    int before = 0;
    for (int end : ends) {
      if (end <= before && data.length > 0) {
        throw new AssertionError("a section goes backwards");
      }
      before = end;
    }
    if (before != data.length) {
      throw new AssertionError("the last section does not end with the paint");
    }
  }
}
