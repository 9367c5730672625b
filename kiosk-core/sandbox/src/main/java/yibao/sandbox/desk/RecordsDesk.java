package yibao.sandbox.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import yibao.sandbox.envelope.Answer;
import yibao.sandbox.envelope.Codes;
import yibao.sandbox.envelope.Field;
import yibao.sandbox.envelope.Request;
import yibao.sandbox.people.PlatformRecord;
import yibao.sandbox.people.PlatformRecord.Settled;

/** What the platform holds about a person's money and care: 5203, 5204, 5301, 990201, 990202. */
final class RecordsDesk {

  private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
  private static final Field PERSON = Field.required("psn_no", 30);
  private static final List<Field> PERIOD =
      List.of(
          PERSON,
          Field.required("begndate", 10).like(DAY),
          Field.required("enddate", 10).like(DAY));
  private static final List<Field> SETTLEMENT = List.of(PERSON, Field.required("setl_id", 30));

  private final Register register;

  RecordsDesk(Register register) {
    this.register = register;
  }

  /** Movements of the personal account in a period, newest first. */
  Answer movements(Request request) {
    return period(
        request,
        (record, from, to) -> {
          ArrayNode rows = JsonNodeFactory.instance.arrayNode();
          record.account().stream()
              .filter(it -> !it.day().isBefore(from) && !it.day().isAfter(to))
              .forEach(
                  it ->
                      rows.addObject()
                          .put("acct_incexpd_type", it.type())
                          .put("acct_incexpd_name", it.words())
                          .put("book_time", it.day() + " 00:00:00")
                          .put("amt", it.amount().toPlainString()));
          return rows;
        });
  }

  /** Settlements in a period, newest first. */
  Answer settlements(Request request) {
    return period(
        request,
        (record, from, to) -> {
          ArrayNode rows = JsonNodeFactory.instance.arrayNode();
          record.settlements().stream()
              .filter(it -> !it.day().isBefore(from) && !it.day().isAfter(to))
              .sorted(Comparator.comparing(Settled::day).reversed())
              .forEach(it -> describe(it, rows.addObject()));
          return rows;
        });
  }

  /** One settlement: 5203. */
  Answer settlement(Request request) {
    return settled(
        request,
        settled -> {
          ObjectNode output = JsonNodeFactory.instance.objectNode();
          describe(settled, output.putObject("setlinfo"));
          output
              .putArray("setldetail")
              .addObject()
              .put("fund_pay_type", "310100")
              .put("fund_payamt", settled.fund());
          return Answer.of(output);
        });
  }

  /** What was charged in a settlement: 5204; the output is the list itself. */
  Answer fees(Request request) {
    return settled(
        request,
        settled -> {
          ArrayNode rows = JsonNodeFactory.instance.arrayNode();
          for (PlatformRecord.Fee fee : settled.fees()) {
            rows.addObject()
                .put("setl_id", settled.id())
                .put("hilist_name", fee.name())
                .put("chrgitm_lv", fee.level())
                .put("cnt", fee.count())
                .put("pric", fee.price())
                .put("det_item_fee_sumamt", fee.amount());
          }
          return Answer.of(rows);
        });
  }

  /** 门诊慢特病 entitlements: 5301. */
  Answer chronic(Request request) {
    return person(
        request,
        List.of(PERSON),
        (input, record) -> {
          ObjectNode output = JsonNodeFactory.instance.objectNode();
          ArrayNode rows = output.putArray("feedetail");
          for (PlatformRecord.Chronic chronic : record.chronic()) {
            ObjectNode row =
                rows.addObject()
                    .put("opsp_dise_code", chronic.code())
                    .put("opsp_dise_name", chronic.name())
                    .put("begndate", chronic.begin().toString());
            chronic
                .end()
                .ifPresentOrElse(
                    day -> row.put("enddate", day.toString()), () -> row.putNull("enddate"));
          }
          return Answer.of(output);
        });
  }

  private static void describe(Settled settled, ObjectNode row) {
    row.put("setl_id", settled.id());
    row.put("setl_time", settled.day() + " 10:30:00");
    row.put("fixmedins_code", settled.institution());
    row.put("fixmedins_name", settled.name());
    row.put("med_type", settled.type());
    row.put("medfee_sumamt", settled.total());
    row.put("fund_pay_sumamt", settled.fund());
    row.put("acct_pay", settled.account());
    row.put("psn_cash_pay", settled.cash());
    row.put("psn_part_amt", settled.account().add(settled.cash()));
    row.put("cvlserv_pay", BigDecimal.ZERO);
  }

  private interface InPeriod {
    ArrayNode rows(PlatformRecord record, LocalDate from, LocalDate to);
  }

  private interface OfPerson {
    Answer answer(Inputs input, PlatformRecord record);
  }

  private Answer period(Request request, InPeriod what) {
    return person(
        request,
        PERIOD,
        (input, record) -> {
          Optional<LocalDate> from = input.day("begndate");
          Optional<LocalDate> to = input.day("enddate");
          if (from.isEmpty() || to.isEmpty() || to.get().isBefore(from.get())) {
            return Answer.refused(Codes.WRONG_PERIOD, "查询日期不正确");
          }
          ObjectNode output = JsonNodeFactory.instance.objectNode();
          output.set("result", what.rows(record, from.get(), to.get()));
          return Answer.of(output);
        });
  }

  private Answer settled(Request request, Function<Settled, Answer> answer) {
    return person(
        request,
        SETTLEMENT,
        (input, record) ->
            record.settlements().stream()
                .filter(it -> it.id().equals(input.text("setl_id")))
                .findFirst()
                .map(answer)
                .orElse(Answer.refused(Codes.NO_SUCH_FILING, "没有这笔结算")));
  }

  private Answer person(Request request, List<Field> fields, OfPerson answer) {
    Inputs input = new Inputs(request.input("data"));
    Optional<String> fault = input.fault(fields);
    if (fault.isPresent()) {
      return Answer.refused(Codes.MALFORMED, fault.get());
    }
    return register
        .byPlatformNumber(input.text("psn_no"))
        .map(person -> answer.answer(input, person.platform().orElseThrow()))
        .orElse(Answer.refused(Codes.NO_SUCH_PERSON, "未查询到该人员"));
  }
}
