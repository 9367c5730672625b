package yibao.sandbox.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.sandbox.envelope.Answer;
import yibao.sandbox.envelope.Codes;
import yibao.sandbox.envelope.Field;
import yibao.sandbox.envelope.Request;
import yibao.sandbox.ledger.Ledger;
import yibao.sandbox.ledger.LedgerFiling;

/** Wrong entries of a filing nobody has begun to examine, put right 更正: 990112. */
final class Correction implements Business {

  /** What the ledger calls them. */
  static final String BUSINESS = "correction";

  private static final List<Field> FIELDS = List.of(Field.required("trt_dcla_detl_sn", 30));

  private final Relocation relocation;

  Correction(Relocation relocation) {
    this.relocation = relocation;
  }

  @Override
  public Optional<String> fault(Inputs input) {
    return input.fault(FIELDS).or(() -> Promise.fault(input));
  }

  @Override
  public Verdict judge(Request request, Inputs input, Ledger.Book book, LocalDate today) {
    Optional<LedgerFiling> found =
        book.find(input.text("trt_dcla_detl_sn"))
            .filter(it -> it.certificate().equals(input.text("certno")));
    if (found.isEmpty()) {
      return refuse(Codes.NO_SUCH_FILING, "没有这笔业务");
    }
    LedgerFiling filing = found.get();
    return switch (filing.state()) {
      case RECEIVED, ACCEPTED, RETURNED -> put(filing, request, input, book, today);
      case IN_REVIEW, FINISHED, PAUSED, REJECTED, WITHDRAWN, ENDED ->
          refuse(Codes.WRONG_STATE, "已进入审核或已办结，不能更正");
    };
  }

  private Verdict put(
      LedgerFiling filing, Request request, Inputs input, Ledger.Book book, LocalDate today) {
    if (!filing.business().equals(Relocation.BUSINESS)) {
      Map<String, String> content = new HashMap<>(filing.content());
      content.putAll(input.object("appy_cont"));
      return new Verdict.Take(BUSINESS, content, true, Optional.of(filing));
    }
    Inputs whole = relocated(filing, input);
    Optional<String> fault = relocation.fault(whole);
    if (fault.isPresent()) {
      return refuse(Codes.MALFORMED, fault.get());
    }
    return switch (relocation.judge(request, whole, book, today)) {
      case Verdict.Take(_, var content, _, _) ->
          new Verdict.Take(BUSINESS, content, true, Optional.of(filing));
      case Verdict.InTheWay inTheWay -> inTheWay;
      case Verdict.Refuse refused -> refused;
    };
  }

  /** What was filed with what is corrected over it; without a last day it is open. */
  private static Inputs relocated(LedgerFiling filing, Inputs input) {
    Map<String, String> filed = new HashMap<>(filing.content());
    filed.remove("enddate");
    return input.over(filed);
  }

  private static Verdict refuse(int code, String words) {
    return new Verdict.Refuse(Answer.refused(code, words));
  }

  @Override
  public LedgerFiling earlierAfter(LedgerFiling earlier, LedgerFiling filing, Instant now) {
    return earlier.saying(filing.content(), now);
  }

  @Override
  public String summary(LedgerFiling filing) {
    return "更正";
  }
}
