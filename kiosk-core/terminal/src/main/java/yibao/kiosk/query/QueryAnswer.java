package yibao.kiosk.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.FilingOnRecord;

/**
 * A query's answer, laid out for reading.
 *
 * @param title e.g. 参保信息
 * @param sections each short enough for one screen; none when nothing was found
 * @param incomplete whether the platform may hold more than it told
 * @param filing the filing of the person's own that the answer is about, where it is about one
 */
public record QueryAnswer(
    String title, List<Section> sections, boolean incomplete, Optional<FilingOnRecord> filing) {

  /** Most lines a section holds, so that it stands on one screen of either orientation. */
  public static final int MOST_LINES = 6;

  public QueryAnswer {
    sections = List.copyOf(sections);
  }

  /** All there is. */
  static QueryAnswer of(String title, List<Section> sections) {
    return new QueryAnswer(title, sections, false, Optional.empty());
  }

  /** The same answer with more sections at its end. */
  QueryAnswer with(List<Section> more) {
    return new QueryAnswer(
        title, Stream.concat(sections.stream(), more.stream()).toList(), incomplete, filing);
  }

  /** Whether anything was found. */
  public boolean found() {
    return !sections.isEmpty();
  }

  /** Lines under one heading. */
  public record Section(String title, List<Line> lines) {
    public Section {
      lines = List.copyOf(lines);
    }

    /** Lines under one heading on as many screens as they need; no screen for no lines. */
    static List<Section> paged(String title, List<Line> lines) {
      List<Section> pages = new ArrayList<>();
      for (int from = 0; from < lines.size(); from += MOST_LINES) {
        pages.add(
            new Section(title, lines.subList(from, Math.min(from + MOST_LINES, lines.size()))));
      }
      return pages;
    }
  }

  /** A question that a line leads to. */
  public interface Further {
    /** Asks; blocks for a bounded time. */
    Reply<QueryAnswer> ask();
  }

  /**
   * A labelled line.
   *
   * @param label neutral: shown to whoever looks over a shoulder
   * @param value likewise
   * @param detail more about it, shown on tap and printed
   * @param further asks for more about it when it is tapped, where the platform must be asked
   */
  public record Line(String label, String value, List<Line> detail, Optional<Further> further) {
    public Line {
      detail = List.copyOf(detail);
    }

    static Line of(String label, String value) {
      return new Line(label, value, List.of(), Optional.empty());
    }

    static Line of(String label, String value, List<Line> detail) {
      return new Line(label, value, detail, Optional.empty());
    }

    static Line leading(String label, String value, Further further) {
      return new Line(label, value, List.of(), Optional.of(further));
    }
  }
}
