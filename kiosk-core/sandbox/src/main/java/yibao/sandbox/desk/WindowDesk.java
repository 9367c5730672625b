package yibao.sandbox.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yibao.sandbox.envelope.Answer;
import yibao.sandbox.envelope.Codes;
import yibao.sandbox.envelope.Field;
import yibao.sandbox.envelope.Gate;
import yibao.sandbox.envelope.Request;
import yibao.sandbox.ledger.Ledger;
import yibao.sandbox.ledger.LedgerFiling;
import yibao.sandbox.ledger.LedgerFiling.State;
import yibao.sandbox.ledger.Shortfall;

/** What a window sees and does of what a terminal took in: 990113, 990114 and 990115. */
final class WindowDesk {

  private static final Field NUMBER = Field.required("trt_dcla_detl_sn", 30);
  private static final List<Field> CONFIRMATION =
      List.of(NUMBER, Field.optional("prms_date", 10).like("\\d{4}-\\d{2}-\\d{2}"));
  private static final List<Field> RETURN =
      List.of(NUMBER, Field.required("rchk_opnn", 200), Field.required("lack_matrs", 500));

  private final Ledger ledger;
  private final FilingDesk filings;
  private final Register register;
  private final InstantSource clock;

  /**
   * A desk.
   *
   * @param filings describes them
   * @param register knows whose they are
   */
  WindowDesk(Ledger ledger, FilingDesk filings, Register register, InstantSource clock) {
    this.ledger = ledger;
    this.filings = filings;
    this.register = register;
    this.clock = clock;
  }

  private interface Deed {
    Answer with(Inputs input, LedgerFiling filing, Ledger.Book book);
  }

  private Answer of(Request request, List<Field> fields, Deed deed) {
    Inputs input = new Inputs(request.input("data"));
    Optional<String> fault = input.fault(fields);
    if (fault.isPresent()) {
      return Answer.refused(Codes.MALFORMED, fault.get());
    }
    return ledger.inTurn(
        book ->
            book.find(input.text("trt_dcla_detl_sn"))
                .filter(it -> !it.business().equals(Supplement.BUSINESS))
                .map(filing -> deed.with(input, filing, book))
                .orElseGet(() -> Answer.refused(Codes.NO_SUCH_FILING, "没有这笔业务")));
  }

  /** A filing as a window sees it: 990115. */
  Answer look(Request request) {
    return of(request, List.of(NUMBER), (_, filing, _) -> told(filing));
  }

  /**
   * The originals are seen: 990113. Confirmed once; whoever confirms again is told how it stands
   * since then.
   */
  Answer confirm(Request request) {
    return of(
        request,
        CONFIRMATION,
        (input, filing, book) ->
            switch (filing.state()) {
              case RECEIVED -> {
                if (!filing.intake().originals()) {
                  yield told(filing);
                }
                LedgerFiling seen = filing.originalsSeen(input.day("prms_date"), clock.instant());
                book.write(seen);
                yield told(seen);
              }
              case ACCEPTED, IN_REVIEW, FINISHED -> told(filing);
              case RETURNED, PAUSED, REJECTED, WITHDRAWN, ENDED ->
                  Answer.refused(Codes.WRONG_STATE, "这笔业务现在不能核验原件");
            });
  }

  /** The window gives a filing back 退回补正: 990114; the same again changes nothing. */
  Answer giveBack(Request request) {
    return of(
        request,
        RETURN,
        (input, filing, book) -> {
          Instant now = clock.instant();
          Shortfall lacking =
              new Shortfall(
                  List.of(input.text("lack_matrs").split(",")),
                  input.text("rchk_opnn"),
                  LocalDate.ofInstant(now, Gate.ZONE).plusDays(FilingDesk.DAYS_TO_BRING_THE_REST));
          boolean already =
              filing.state() == State.RETURNED
                  && filing
                      .shortfall()
                      .filter(it -> it.materials().equals(lacking.materials()))
                      .filter(it -> it.words().equals(lacking.words()))
                      .isPresent();
          if (already) {
            return told(filing);
          }
          return switch (filing.state()) {
            case RECEIVED, ACCEPTED -> {
              LedgerFiling returned = filing.lacking(lacking, now);
              book.write(returned);
              yield told(returned);
            }
            case IN_REVIEW, RETURNED, FINISHED, PAUSED, REJECTED, WITHDRAWN, ENDED ->
                Answer.refused(Codes.WRONG_STATE, "这笔业务现在不能退回");
          };
        });
  }

  private Answer told(LedgerFiling filing) {
    ObjectNode output = JsonNodeFactory.instance.objectNode();
    ObjectNode row = output.putObject("result");
    filings.describe(filing, row);
    row.put("certno", filing.certificate());
    register
        .byDocument(filing.certificate())
        .ifPresent(person -> row.put("psn_name", person.card().name()));
    row.put("orig_flag", filing.intake().originals() ? "1" : "0");
    filing.intake().item().ifPresent(item -> row.put("srv_item", item));
    row.put("att_matrs", String.join(",", filing.intake().materials()));
    if (filing.state() == State.RECEIVED || filing.state() == State.RETURNED) {
      FilingDesk.describeLimit(filing, row);
    }
    ObjectNode content = row.putObject("appy_cont");
    filing.content().forEach(content::put);
    return Answer.of(output);
  }
}
