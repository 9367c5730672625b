package yibao.sandbox.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import yibao.sandbox.envelope.Answer;
import yibao.sandbox.envelope.Request;
import yibao.sandbox.ledger.Ledger;
import yibao.sandbox.ledger.LedgerFiling;

/** The rules of one kind of filing; idempotency and numbers are the desk's. */
interface Business {

  /** The object of the input that holds it. */
  default String node() {
    return "data";
  }

  /**
   * Whether one that is done is answered with its number alone, as national transactions are;
   * others, and those that are not done, say where they stand.
   */
  default boolean answersBriefly() {
    return false;
  }

  /** What is wrong with the input's form; empty when nothing is. */
  Optional<String> fault(Inputs input);

  /** What becomes of a well-formed filing that the ledger does not know yet. */
  Verdict judge(Request request, Inputs input, Ledger.Book book, LocalDate today);

  /** What the filing it acts on is once this one is done. */
  LedgerFiling earlierAfter(LedgerFiling earlier, LedgerFiling filing, Instant now);

  /** A filing in words, e.g. 长期居住，上海市. */
  String summary(LedgerFiling filing);

  /** What becomes of a filing. */
  sealed interface Verdict {

    /**
     * It is taken.
     *
     * @param business what kind it is
     * @param content what is kept of the input
     * @param decidedNow whether the platform decides it at once
     * @param earlier the filing it acts on
     */
    record Take(
        String business,
        Map<String, String> content,
        boolean decidedNow,
        Optional<LedgerFiling> earlier)
        implements Verdict {}

    /** An earlier filing stands in the way. */
    record InTheWay(LedgerFiling filing) implements Verdict {}

    /** It is not taken. */
    record Refuse(Answer answer) implements Verdict {}
  }
}
