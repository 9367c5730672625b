package yibao.kiosk.query;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.Contribution;
import yibao.kiosk.record.Insurance;

/** 参保缴费证明: what was paid into an insurance in a period, run by run, and its sum. */
final class ContributionCertificate implements Certificate {

  private static final String TEMPLATE = "contribution-certificate";

  @Override
  public Predicate<Insurance> of() {
    return _ -> true;
  }

  @Override
  public Set<String> templates() {
    return Set.of(TEMPLATE);
  }

  @Override
  public Reply<Optional<Contents>> contents(Question question) {
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
        paid -> contents(question, paid));
  }

  /** Only money that has arrived, and only where the platform says how much it was. */
  private static Optional<Contents> contents(Question question, List<Contribution> paid) {
    List<Contribution> arrived =
        paid.reversed().stream().filter(run -> run.arrived() && run.amount().isPresent()).toList();
    if (arrived.isEmpty()) {
      return Optional.empty();
    }
    Insurance insurance = question.under();
    Map<String, Object> fields = Particulars.of(question);
    fields.put("state", insurance.status().label());
    fields.put("from", Wording.month(arrived.getFirst().from()));
    fields.put("until", Wording.month(arrived.getLast().to()));
    fields.put("rows", arrived.stream().map(run -> row(insurance, run)).toList());
    fields.put("months", InsuredCertificate.months(arrived));
    fields.put(
        "total",
        arrived.stream()
            .map(run -> run.amount().orElseThrow())
            .reduce(BigDecimal.ZERO, BigDecimal::add));
    return Optional.of(new Contents(TEMPLATE, fields));
  }

  private static Map<String, Object> row(Insurance insurance, Contribution run) {
    Map<String, Object> row = new HashMap<>();
    row.put("period", Wording.months(run.from(), run.to()));
    insurance.employer().ifPresent(name -> row.put("employer", name));
    row.put("sum", run.amount().orElseThrow());
    return row;
  }
}
