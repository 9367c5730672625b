package yibao.kiosk.query;

import java.util.ArrayList;
import java.util.List;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.query.QueryAnswer.Line;
import yibao.kiosk.query.QueryAnswer.Section;
import yibao.kiosk.record.FilingOnRecord;

/**
 * 办件进度 by the number on a receipt. Whoever holds the number need not be the person: only the stage,
 * the day and what comes next are told.
 */
final class ProgressQuery implements Query {

  private static final String NUMBER = "number";

  @Override
  public About about() {
    return About.NOBODY;
  }

  @Override
  public Reply<QueryAnswer> ask(Question question) {
    return Replies.map(
        question.sources().enquiries().filing(question.text(NUMBER)),
        found -> QueryAnswer.of("办件进度", found.map(ProgressQuery::stage).stream().toList()));
  }

  private static Section stage(FilingOnRecord filing) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of("受理号", filing.number()));
    lines.add(Line.of("办到哪一步", filing.state().label()));
    filing.due().ifPresent(day -> lines.add(Line.of("预计办结", Wording.day(day) + "前")));
    lines.add(Line.of("接下来", FilingLines.next(filing)));
    filing.changedAt().ifPresent(at -> lines.add(Line.of("更新时间", Wording.moment(at))));
    return new Section("办件", lines);
  }
}
