package yibao.kiosk.query;

import java.util.List;
import yibao.kiosk.query.QueryAnswer.Line;
import yibao.kiosk.record.Contribution;

/** Contributions as lines. */
final class ContributionLines {

  private ContributionLines() {}

  static List<Line> of(List<Contribution> paid) {
    return paid.stream().map(ContributionLines::line).toList();
  }

  private static Line line(Contribution paid) {
    return Line.of(
        Wording.months(paid.from(), paid.to()),
        paid.amount().map(Wording::yuan).orElse(paid.type()),
        List.of(Line.of("缴费类型", paid.type()), Line.of("是否到账", paid.arrived() ? "已到账" : "未到账")));
  }
}
