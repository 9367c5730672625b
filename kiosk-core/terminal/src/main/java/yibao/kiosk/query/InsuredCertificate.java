package yibao.kiosk.query;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.Contribution;
import yibao.kiosk.record.Insurance;

/**
 * 《参保凭证》, called 《缴费凭证》 in some lists: since when somebody is insured and for how many months was
 * paid.
 *
 * @param template the paper's name
 */
record InsuredCertificate(String template) implements Certificate {

  @Override
  public Predicate<Insurance> of() {
    return insurance -> insurance.kind().basic();
  }

  @Override
  public Set<String> templates() {
    return Set.of(template);
  }

  @Override
  public Reply<Optional<Contents>> contents(Question question) {
    Insurance insurance = question.under();
    return Replies.map(
        question
            .sources()
            .platform()
            .contributions(
                question.whose().personNumber(),
                insurance.kind(),
                insurance.place(),
                YearMonth.from(insurance.since()),
                YearMonth.from(question.today())),
        paid -> Optional.of(new Contents(template, fields(question, insurance, paid))));
  }

  private static Map<String, Object> fields(
      Question question, Insurance insurance, List<Contribution> paid) {
    Map<String, Object> fields = Particulars.of(question);
    fields.put("since", Wording.month(YearMonth.from(insurance.since())));
    insurance
        .pausedSince()
        .ifPresent(day -> fields.put("until", Wording.month(YearMonth.from(day))));
    fields.put("months", months(paid));
    insurance.accountBalance().ifPresent(yuan -> fields.put("balance", yuan));
    return fields;
  }

  /** Months whose money has arrived. */
  static long months(List<Contribution> paid) {
    return paid.stream()
        .filter(Contribution::arrived)
        .mapToLong(run -> ChronoUnit.MONTHS.between(run.from(), run.to()) + 1)
        .sum();
  }
}
