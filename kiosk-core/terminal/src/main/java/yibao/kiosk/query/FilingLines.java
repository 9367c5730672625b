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
 * Filings as lines: what and when, where it stands and by when it is done; its number and what
 * happens next on tap. One that may still be taken back, lacks something or is of a kind known here
 * opens as an answer of its own.
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
    detail.add(Line.of("接下来", next(filing)));
    filing.changedAt().ifPresent(at -> detail.add(Line.of("更新时间", Wording.moment(at))));
    String when = Wording.day(filing.filedOn()) + "提交";
    return new Line(
        filing.summary().isBlank() ? when : filing.summary() + "，" + when,
        standing(filing),
        detail,
        Optional.of(filing)
            .filter(
                it ->
                    it.state().withdrawable()
                        || it.shortfall().isPresent()
                        || it.operation().isPresent())
            .map(it -> () -> new Reply.Answered<>(alone(it, when, detail))));
  }

  /** Where it stands, and the day that counts now. */
  private static String standing(FilingOnRecord filing) {
    String state = filing.state().label();
    return filing
        .due()
        .map(day -> "预计" + Wording.day(day) + "前办结")
        .or(
            () ->
                filing
                    .shortfall()
                    .flatMap(Shortfall::by)
                    .map(day -> "请在" + Wording.day(day) + "前补交"))
        .map(day -> state + "，" + day)
        .orElse(state);
  }

  /** What happens next, and whether the person has to do anything. */
  static String next(FilingOnRecord filing) {
    return switch (filing.state()) {
      case SUBMITTED, UNCONFIRMED, PARKED -> "等医保系统答复";
      case RECEIVED -> filing.shortfall().isPresent() ? "请补交缺的材料，补齐后受理" : "请带原件和回执到窗口核验，核验后受理";
      case ACCEPTED -> "等经办机构审核，现在不用您做什么";
      case IN_REVIEW -> "经办机构正在审核，现在不用您做什么";
      case PAYING -> "审核通过，等待拨付到您填写的账户";
      case FINISHED -> "已经办完";
      case RETURNED -> "请补正材料，在任何一台自助机上都可以补交";
      case REFUSED -> "没有受理，可以到窗口问原因";
      case WITHDRAWN -> "已经撤回，需要时可以重新办理";
    };
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
