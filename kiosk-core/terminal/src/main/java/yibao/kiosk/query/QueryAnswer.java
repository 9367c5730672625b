package yibao.kiosk.query;

import java.util.List;

/**
 * A query's answer, laid out for reading.
 *
 * @param title e.g. 参保信息
 * @param sections at least one; each short enough for one screen
 */
public record QueryAnswer(String title, List<Section> sections) {

  /** Most lines a section holds, so that it stands on one screen of either orientation. */
  public static final int MOST_LINES = 6;

  public QueryAnswer {
    sections = List.copyOf(sections);
    if (sections.isEmpty()) {
      throw new IllegalArgumentException("an answer has at least one section");
    }
  }

  /** Lines under one heading. */
  public record Section(String title, List<Line> lines) {
    public Section {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A labelled line.
   *
   * @param detail more about it, shown on tap
   */
  public record Line(String label, String value, List<Line> detail) {
    public Line {
      detail = List.copyOf(detail);
    }

    static Line of(String label, String value) {
      return new Line(label, value, List.of());
    }
  }
}
