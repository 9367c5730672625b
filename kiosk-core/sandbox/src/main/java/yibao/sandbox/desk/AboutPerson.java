package yibao.sandbox.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yibao.sandbox.envelope.Answer;
import yibao.sandbox.envelope.Codes;
import yibao.sandbox.envelope.Field;
import yibao.sandbox.envelope.Request;
import yibao.sandbox.people.PlatformRecord;

/** Questions about one person, named by psn_no: what is the same in all of them. */
final class AboutPerson {

  /** Names the person. */
  static final Field PERSON = Field.required("psn_no", 30);

  /** A day, with or without a time. */
  private static final String DAY = "\\d{4}-\\d{2}-\\d{2}( \\d{2}:\\d{2}:\\d{2})?";

  private final Register register;

  AboutPerson(Register register) {
    this.register = register;
  }

  /** What is answered about somebody. */
  interface Telling {
    Answer of(Inputs input, PlatformRecord record);
  }

  /** The rows that are answered about somebody and a span of days. */
  interface RowsOfPeriod {
    void into(ArrayNode rows, PlatformRecord record, Period period);
  }

  /** A span of days, both ends in it. */
  record Period(LocalDate from, LocalDate to) {
    boolean has(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  /** Checks the fields, finds the person and tells. */
  Answer answer(Request request, List<Field> fields, Telling telling) {
    Inputs input = new Inputs(request.input("data"));
    Optional<String> fault = input.fault(fields);
    if (fault.isPresent()) {
      return Answer.refused(Codes.MALFORMED, fault.get());
    }
    return register
        .byPlatformNumber(input.text("psn_no"))
        .map(person -> telling.of(input, person.platform().orElseThrow()))
        .orElse(Answer.refused(Codes.NO_SUCH_PERSON, "未查询到该人员"));
  }

  /**
   * The same for a span of days between two fields, answered with a list of rows.
   *
   * @param list name of the list
   * @param more what may be given besides
   */
  Answer inPeriod(
      Request request, String from, String to, String list, RowsOfPeriod telling, Field... more) {
    List<Field> fields =
        new ArrayList<>(
            List.of(PERSON, Field.required(from, 19).like(DAY), Field.required(to, 19).like(DAY)));
    fields.addAll(List.of(more));
    return answer(
        request,
        fields,
        (input, record) -> {
          Optional<LocalDate> first = day(input.text(from));
          Optional<LocalDate> last = day(input.text(to));
          if (first.isEmpty() || last.isEmpty() || last.get().isBefore(first.get())) {
            return Answer.refused(Codes.WRONG_PERIOD, "查询日期不正确");
          }
          ObjectNode output = JsonNodeFactory.instance.objectNode();
          telling.into(output.putArray(list), record, new Period(first.get(), last.get()));
          return Answer.of(output);
        });
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text.substring(0, 10)));
    } catch (DateTimeParseException noSuchDay) {
      return Optional.empty();
    }
  }
}
