package yibao.sandbox.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import yibao.sandbox.envelope.Answer;
import yibao.sandbox.envelope.Codes;
import yibao.sandbox.envelope.Field;
import yibao.sandbox.envelope.Request;
import yibao.sandbox.people.PlatformRecord;
import yibao.sandbox.people.PlatformRecord.Settled;

/** What the platform holds about a person's money: 5203, 5204, 5206, 990201. */
final class RecordsDesk {

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");
  private static final List<Field> SETTLEMENT =
      List.of(AboutPerson.PERSON, Field.optional("setl_id", 30), Field.optional("mdtrt_id", 30));
  private static final List<Field> ACCUMULATED =
      List.of(AboutPerson.PERSON, Field.required("cum_ym", 6).like("\\d{4}(0[1-9]|1[0-2])"));
  private static final SortedMap<String, Function<Settled, BigDecimal>> COUNTED =
      new TreeMap<>(
          Map.of(
              "01",
              Settled::total,
              "02",
              Settled::fund,
              "03",
              Settled::account,
              "04",
              Settled::cash));

  private final AboutPerson persons;

  RecordsDesk(AboutPerson persons) {
    this.persons = persons;
  }

  /** Movements of the personal account in a period, newest first. */
  Answer movements(Request request) {
    return persons.inPeriod(
        request,
        "begndate",
        "enddate",
        "result",
        (rows, record, period) -> {
          record.account().stream()
              .filter(it -> period.has(it.day()))
              .forEach(
                  it ->
                      rows.addObject()
                          .put("acct_incexpd_type", it.type())
                          .put("acct_incexpd_name", it.words())
                          .put("book_time", it.day() + " 00:00:00")
                          .put("amt", it.amount().toPlainString()));
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

  /**
   * What a year has come to until a month: 5206. cum_type_code, a table of the province's own: 01
   * charged, 02 paid by the funds, 03 paid from the account, 04 paid in cash.
   */
  Answer accumulations(Request request) {
    return persons.answer(
        request,
        ACCUMULATED,
        (input, record) -> {
          YearMonth until = YearMonth.parse(input.text("cum_ym"), MONTH);
          List<Settled> counted =
              record.settlements().stream()
                  .filter(it -> it.day().getYear() == until.getYear())
                  .filter(it -> !YearMonth.from(it.day()).isAfter(until))
                  .toList();
          ObjectNode output = JsonNodeFactory.instance.objectNode();
          ArrayNode rows = output.putArray("cuminfo");
          if (!counted.isEmpty()) {
            String kind = record.insurances().getFirst().kind();
            COUNTED.forEach(
                (code, amount) ->
                    rows.addObject()
                        .put("insutype", kind)
                        .put("year", Integer.toString(until.getYear()))
                        .put("cum_ym", input.text("cum_ym"))
                        .put("cum_type_code", code)
                        .put(
                            "cum",
                            counted.stream()
                                .map(amount)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .toPlainString()));
          }
          return Answer.of(output);
        });
  }

  /** By its own number or by the visit it was for; by both where both are given. */
  private static boolean is(Settled settled, Inputs input) {
    Optional<String> id = input.optional("setl_id");
    Optional<String> visit = input.optional("mdtrt_id");
    return (id.isPresent() || visit.isPresent())
        && id.filter(it -> !it.equals(settled.id())).isEmpty()
        && visit.filter(it -> !it.equals(settled.visit())).isEmpty();
  }

  private static void describe(Settled settled, ObjectNode row) {
    row.put("setl_id", settled.id());
    row.put("mdtrt_id", settled.visit());
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

  private Answer settled(Request request, Function<Settled, Answer> answer) {
    return persons.answer(
        request,
        SETTLEMENT,
        (input, record) ->
            record.settlements().stream()
                .filter(it -> is(it, input))
                .findFirst()
                .map(answer)
                .orElse(Answer.refused(Codes.NO_SUCH_FILING, "没有这笔结算")));
  }
}
