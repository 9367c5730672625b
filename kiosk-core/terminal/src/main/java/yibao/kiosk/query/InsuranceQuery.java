package yibao.kiosk.query;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.query.QueryAnswer.Line;
import yibao.kiosk.query.QueryAnswer.Section;
import yibao.kiosk.record.Insurance;

/** 参保人员参保信息查询: the chosen insurance, and what was paid into it lately. */
final class InsuranceQuery implements Query {

  /** Contributions are shown this many months back. */
  private static final int MONTHS = 24;

  @Override
  public About about() {
    return About.INSURANCE;
  }

  @Override
  public Reply<QueryAnswer> ask(Question question) {
    Insurance insurance = question.under();
    YearMonth now = YearMonth.from(question.today());
    return Replies.map(
        question
            .sources()
            .platform()
            .contributions(
                question.whose().personNumber(),
                insurance.kind(),
                insurance.place(),
                now.minusMonths(MONTHS),
                now),
        paid -> {
          List<Section> sections = new ArrayList<>();
          sections.addAll(Section.paged(insurance.kind().label(), lines(insurance)));
          String title = insurance.kind().label() + "缴费记录";
          sections.addAll(
              paid.isEmpty()
                  ? List.of(new Section(title, List.of(Line.of("最近两年", "没有缴费记录"))))
                  : Section.paged(title, ContributionLines.of(paid)));
          return QueryAnswer.of("参保信息", sections);
        });
  }

  private static List<Line> lines(Insurance insurance) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of("参保状态", insurance.status().label()));
    lines.add(Line.of("参保地", insurance.placeName()));
    lines.add(Line.of("人员类别", insurance.personType()));
    insurance.employer().ifPresent(name -> lines.add(Line.of("参保单位", name)));
    lines.add(
        insurance
            .pausedSince()
            .map(day -> Line.of("停保时间", Wording.day(day)))
            .orElseGet(() -> Line.of("参保时间", Wording.day(insurance.since()) + "起")));
    insurance.accountBalance().ifPresent(yuan -> lines.add(Line.of("个人账户余额", Wording.yuan(yuan))));
    return lines;
  }
}
