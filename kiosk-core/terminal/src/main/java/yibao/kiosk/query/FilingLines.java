package yibao.kiosk.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.query.QueryAnswer.Line;
import yibao.kiosk.query.QueryAnswer.Section;
import yibao.kiosk.record.FilingOnRecord;
import yibao.kiosk.record.Shortfall;

/**
 * Filings as lines: when, and where it stands; what it is about on tap. One that may still be taken
 * back, lacks something or is of a kind known here opens as an answer of its own.
 */
final class FilingLines {

  private FilingLines() {}

  static Line row(FilingOnRecord filing) {
    List<Line> detail = new ArrayList<>();
    detail.add(Line.of("受理号", filing.number()));
    if (!filing.summary().isBlank()) {
      detail.add(Line.of("内容", filing.summary()));
    }
    filing.from().ifPresent(day -> detail.add(Line.of("开始日期", Wording.day(day))));
    filing
        .from()
        .ifPresent(_ -> detail.add(Line.of("结束日期", filing.to().map(Wording::day).orElse("长期有效"))));
    filing.due().ifPresent(day -> detail.add(Line.of("预计办结", Wording.day(day) + "前")));
    filing.shortfall().ifPresent(shortfall -> detail.addAll(lacking(shortfall)));
    filing.changedAt().ifPresent(at -> detail.add(Line.of("更新时间", Wording.moment(at))));
    String when = Wording.day(filing.filedOn()) + "提交";
    return new Line(
        when,
        filing.state().label(),
        detail,
        Optional.of(filing)
            .filter(
                it ->
                    it.state().withdrawable()
                        || it.shortfall().isPresent()
                        || it.operation().isPresent())
            .map(it -> () -> new Reply.Answered<>(alone(it, when, detail))));
  }

  private static List<Line> lacking(Shortfall shortfall) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of("还缺材料", String.join("、", shortfall.materials())));
    if (!shortfall.words().isBlank()) {
      lines.add(Line.of("审核意见", shortfall.words()));
    }
    shortfall.by().ifPresent(day -> lines.add(Line.of("补交期限", Wording.day(day) + "前")));
    return lines;
  }

  private static QueryAnswer alone(FilingOnRecord filing, String when, List<Line> detail) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of("办到哪一步", filing.state().label()));
    lines.addAll(detail);
    return new QueryAnswer("办件", List.of(new Section(when, lines)), false, Optional.of(filing));
  }
}
