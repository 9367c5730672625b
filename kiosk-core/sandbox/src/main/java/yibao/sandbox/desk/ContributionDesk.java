package yibao.sandbox.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import yibao.sandbox.envelope.Answer;
import yibao.sandbox.envelope.Codes;
import yibao.sandbox.envelope.Field;
import yibao.sandbox.envelope.Gate;
import yibao.sandbox.envelope.Request;
import yibao.sandbox.people.PlatformRecord.Contributed;

/** 90100. The output is an array by itself; with nothing to tell it is an empty object. */
final class ContributionDesk implements Desk {

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");
  private static final String MONTH_SHAPE = "20\\d{2}(0[1-9]|1[0-2])";
  private static final List<Field> FIELDS =
      List.of(
          Field.required("psn_no", 30),
          Field.optional("insutype", 6),
          Field.required("accrym_begn", 6).like(MONTH_SHAPE),
          Field.required("accrym_end", 6).like(MONTH_SHAPE));
  private static final Map<String, String> TYPES = Map.of("10", "正常应缴", "32", "一次性补缴");

  private final Register register;
  private final InstantSource clock;

  ContributionDesk(Register register, InstantSource clock) {
    this.register = register;
    this.clock = clock;
  }

  private record Run(YearMonth first, YearMonth last) {}

  @Override
  public Answer serve(Request request) {
    Inputs input = new Inputs(request.input("data"));
    Optional<String> fault = input.fault(FIELDS);
    if (fault.isPresent()) {
      return Answer.refused(Codes.MALFORMED, fault.get());
    }
    YearMonth from = YearMonth.parse(input.text("accrym_begn"), MONTH);
    YearMonth to = YearMonth.parse(input.text("accrym_end"), MONTH);
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    register.byPlatformNumber(input.text("psn_no")).stream()
        .flatMap(person -> person.platform().orElseThrow().contributions().stream())
        .filter(paid -> input.optional("insutype").map(paid.insurance()::equals).orElse(true))
        .filter(paid -> request.insuredPlace().map(paid.place()::equals).orElse(true))
        .forEach(
            paid ->
                runs(paid)
                    .filter(run -> !run.last().isBefore(from) && !run.first().isAfter(to))
                    .forEach(run -> describe(paid, run, rows.addObject())));
    return Answer.of(rows.isEmpty() ? nothing() : rows);
  }

  private static JsonNode nothing() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Months up to last month, or years up to this year. */
  private Stream<Run> runs(Contributed paid) {
    YearMonth thisMonth = YearMonth.from(clock.instant().atZone(Gate.ZONE));
    return switch (paid.every()) {
      case YEAR -> {
        int last = paid.last().map(Integer::parseInt).orElse(thisMonth.getYear());
        yield IntStream.rangeClosed(Integer.parseInt(paid.first()), last)
            .mapToObj(year -> new Run(YearMonth.of(year, 1), YearMonth.of(year, 12)));
      }
      case MONTH -> {
        YearMonth last = paid.last().map(YearMonth::parse).orElse(thisMonth.minusMonths(1));
        yield Stream.iterate(
                YearMonth.parse(paid.first()), it -> !it.isAfter(last), it -> it.plusMonths(1))
            .map(month -> new Run(month, month));
      }
    };
  }

  private static void describe(Contributed paid, Run run, ObjectNode row) {
    row.put("poolarea_no", paid.place());
    row.put("insutype", paid.insurance());
    row.put("clct_type", paid.type());
    row.put("clct_type_name", TYPES.getOrDefault(paid.type(), "其他"));
    row.put("clct_flag", "1");
    row.put("clct_flag_name", "已到账");
    row.put("accrym_begn", MONTH.format(run.first()));
    row.put("accrym_end", MONTH.format(run.last()));
    row.put("clct_time", run.first().atDay(15) + " 00:00:00");
    row.put("clct_sumamt", paid.amount());
  }
}
