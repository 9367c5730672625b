package yibao.kiosk.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.query.QueryAnswer.Line;
import yibao.kiosk.query.QueryAnswer.Section;
import yibao.kiosk.record.Contribution;
import yibao.kiosk.record.Insurance;

/** 缴费明细: what was paid into one insurance in a period, and its sum. */
final class ContributionsQuery implements Query {

  @Override
  public About about() {
    return About.INSURANCE;
  }

  @Override
  public Reply<QueryAnswer> ask(Question question) {
    Insurance insurance = question.under();
    Period period = Period.of(question);
    return Replies.map(
        question
            .sources()
            .platform()
            .contributions(
                question.whose().personNumber(),
                insurance.kind(),
                insurance.place(),
                period.firstMonth(),
                period.lastMonth()),
        paid -> QueryAnswer.of("缴费明细", sections(insurance, paid)));
  }

  private static List<Section> sections(Insurance insurance, List<Contribution> paid) {
    if (paid.isEmpty()) {
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    sum(paid).ifPresent(yuan -> lines.add(Line.of("合计", Wording.yuan(yuan))));
    lines.addAll(ContributionLines.of(paid));
    return Section.paged(insurance.kind().label() + "缴费记录", lines);
  }

  /** The sum of what has arrived, where the platform says every amount. */
  private static Optional<BigDecimal> sum(List<Contribution> paid) {
    return paid.stream()
        .filter(Contribution::arrived)
        .map(Contribution::amount)
        .reduce((one, other) -> one.flatMap(a -> other.map(a::add)))
        .flatMap(all -> all);
  }
}
