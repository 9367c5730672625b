package yibao.kiosk.query;

import java.util.ArrayList;
import java.util.List;
import yibao.kiosk.query.QueryAnswer.Line;
import yibao.kiosk.record.FilingOnRecord;

/** Filings as lines: when, and where it stands; what it is about on tap. */
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
    filing.changedAt().ifPresent(at -> detail.add(Line.of("更新时间", Wording.moment(at))));
    return Line.of(Wording.day(filing.filedOn()) + "提交", filing.state().label(), detail);
  }
}
