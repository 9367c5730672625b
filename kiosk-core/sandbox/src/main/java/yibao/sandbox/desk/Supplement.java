package yibao.sandbox.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.sandbox.envelope.Answer;
import yibao.sandbox.envelope.Codes;
import yibao.sandbox.envelope.Field;
import yibao.sandbox.envelope.Request;
import yibao.sandbox.ledger.Ledger;
import yibao.sandbox.ledger.LedgerFiling;

/** Missing papers handed in later 补正, at whichever terminal: 990111. */
final class Supplement implements Business {

  /** What the ledger calls them. */
  static final String BUSINESS = "supplement";

  private static final List<Field> FIELDS =
      List.of(Field.required("trt_dcla_detl_sn", 30), Field.required("att_dgsts", 6500));

  @Override
  public Optional<String> fault(Inputs input) {
    return input.fault(FIELDS).or(() -> Promise.fault(input));
  }

  @Override
  public Verdict judge(Request request, Inputs input, Ledger.Book book, LocalDate today) {
    Optional<LedgerFiling> lacking =
        book.find(input.text("trt_dcla_detl_sn"))
            .filter(it -> it.certificate().equals(input.text("certno")));
    if (lacking.isEmpty()) {
      return new Verdict.Refuse(Answer.refused(Codes.NO_SUCH_FILING, "没有这笔业务"));
    }
    return lacking.get().shortfall().isEmpty()
        ? new Verdict.Refuse(Answer.refused(Codes.WRONG_STATE, "这笔业务现在不需要补交材料"))
        : new Verdict.Take(BUSINESS, Map.of(), true, lacking);
  }

  @Override
  public LedgerFiling earlierAfter(LedgerFiling earlier, LedgerFiling filing, Instant now) {
    return earlier.completed(filing.intake().due(), now);
  }

  @Override
  public String summary(LedgerFiling filing) {
    return "补交材料";
  }
}
