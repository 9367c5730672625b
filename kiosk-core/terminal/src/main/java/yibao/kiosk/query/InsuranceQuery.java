package yibao.kiosk.query;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import yibao.kiosk.platform.Platform;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.query.QueryAnswer.Line;
import yibao.kiosk.query.QueryAnswer.Section;
import yibao.kiosk.record.Contribution;
import yibao.kiosk.record.Insurance;
import yibao.kiosk.record.InsuredPerson;

/** 参保人员参保信息查询: every insurance a person holds, and what was paid into the active ones lately. */
public final class InsuranceQuery {

  /** Contributions are shown this many months back. */
  private static final int MONTHS = 24;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日");
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu年M月");

  private final Platform platform;

  /** Puts the question to this platform. */
  public InsuranceQuery(Platform platform) {
    this.platform = platform;
  }

  /** Asks about a person the platform has found; blocks for a bounded time. */
  public Reply<QueryAnswer> ask(InsuredPerson person, LocalDate today) {
    List<Section> sections = new ArrayList<>();
    for (Insurance insurance : person.insurances()) {
      sections.add(new Section(insurance.kind().label(), lines(insurance)));
    }
    for (Insurance insurance : person.activeInsurances()) {
      Reply<List<Contribution>> paid =
          platform.contributions(
              person.personNumber(),
              insurance.kind(),
              insurance.place(),
              YearMonth.from(today).minusMonths(MONTHS),
              YearMonth.from(today));
      switch (paid) {
        case Reply.Answered<List<Contribution>>(List<Contribution> rows) ->
            sections.addAll(contributions(insurance, rows));
        case Reply.Refused<List<Contribution>>(String code, String words) -> {
          return new Reply.Refused<>(code, words);
        }
        case Reply.Unreachable<List<Contribution>>(String cause) -> {
          return new Reply.Unreachable<>(cause);
        }
      }
    }
    if (sections.isEmpty()) {
      sections.add(new Section("参保信息", List.of(Line.of("参保状态", "没有参保记录"))));
    }
    return new Reply.Answered<>(new QueryAnswer("参保信息", sections));
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
            .map(day -> Line.of("停保时间", DAY.format(day)))
            .orElseGet(() -> Line.of("参保时间", DAY.format(insurance.since()) + "起")));
    insurance
        .accountBalance()
        .ifPresent(yuan -> lines.add(Line.of("个人账户余额", yuan.toPlainString() + "元")));
    return lines;
  }

  private static List<Section> contributions(Insurance insurance, List<Contribution> rows) {
    String title = insurance.kind().label() + "缴费记录";
    if (rows.isEmpty()) {
      return List.of(new Section(title, List.of(Line.of("最近两年", "没有缴费记录"))));
    }
    List<Section> pages = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += QueryAnswer.MOST_LINES) {
      List<Contribution> page =
          rows.subList(from, Math.min(from + QueryAnswer.MOST_LINES, rows.size()));
      pages.add(new Section(title, page.stream().map(InsuranceQuery::line).toList()));
    }
    return pages;
  }

  private static Line line(Contribution paid) {
    String months =
        paid.from().equals(paid.to())
            ? MONTH.format(paid.from())
            : MONTH.format(paid.from()) + "至" + MONTH.format(paid.to());
    return new Line(
        months,
        paid.amount().map(yuan -> yuan.toPlainString() + "元").orElse(paid.type()),
        List.of(Line.of("缴费类型", paid.type()), Line.of("是否到账", paid.arrived() ? "已到账" : "未到账")));
  }
}
