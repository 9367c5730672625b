package yibao.sandbox.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yibao.sandbox.envelope.Answer;
import yibao.sandbox.envelope.Codes;
import yibao.sandbox.envelope.Field;
import yibao.sandbox.envelope.Request;
import yibao.sandbox.ledger.Ledger;
import yibao.sandbox.ledger.LedgerFiling;
import yibao.sandbox.ledger.LedgerFiling.State;

/** Takes a care record off again: 2502, 2504 and 2506. */
final class CareRecordEnd implements Business {

  private static final List<Field> FIELDS =
      List.of(
          Field.required("trt_dcla_detl_sn", 30),
          Field.required("psn_no", 30),
          Field.optional("memo", 500));

  private final String infno;
  private final CareRecord.Kind kind;

  /**
   * The end of one kind of record.
   *
   * @param infno its transaction, which is what the ledger calls it too
   */
  CareRecordEnd(String infno, CareRecord.Kind kind) {
    this.infno = infno;
    this.kind = kind;
  }

  @Override
  public boolean answersBriefly() {
    return true;
  }

  @Override
  public Optional<String> fault(Inputs input) {
    return input.fault(FIELDS).or(() -> Promise.fault(input));
  }

  @Override
  public Verdict judge(Request request, Inputs input, Ledger.Book book, LocalDate today) {
    Optional<LedgerFiling> record =
        book.find(input.text("trt_dcla_detl_sn"))
            .filter(it -> it.business().equals(kind.infno()))
            .filter(it -> it.person().equals(input.text("psn_no")))
            .filter(it -> it.certificate().equals(input.text("certno")));
    if (record.isEmpty()) {
      return new Verdict.Refuse(Answer.refused(Codes.NO_SUCH_FILING, "没有这笔备案"));
    }
    return record.get().standing()
        ? new Verdict.Take(infno, input.texts(List.of("memo")), true, record)
        : new Verdict.Refuse(Answer.refused(Codes.WRONG_STATE, "这笔备案已经不在有效状态"));
  }

  @Override
  public LedgerFiling earlierAfter(LedgerFiling earlier, LedgerFiling filing, Instant now) {
    return earlier.in(State.ENDED, now);
  }

  @Override
  public String summary(LedgerFiling filing) {
    return "撤销备案";
  }
}
