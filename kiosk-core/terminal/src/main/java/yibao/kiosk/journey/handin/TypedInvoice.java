package yibao.kiosk.journey.handin;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.form.Checked;
import yibao.kiosk.form.Field;
import yibao.kiosk.form.FormRules;
import yibao.kiosk.form.Input;
import yibao.kiosk.journey.form.Questions;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.record.EInvoice;

/**
 * An electronic invoice whose code cannot be read, typed as it is printed: number, code, check
 * digits, day, amount.
 */
final class TypedInvoice {

  private static final Field NUMBER =
      Field.asked(
          "invoiceNumber", "票据号码（发票号码）是多少？", "票据号码", new Input.Digits(8, 20), Optional.of("不输了"));
  private static final Field CODE =
      Field.asked(
          "invoiceCode", "票据代码（发票代码）是多少？", "票据代码", new Input.Digits(8, 12), Optional.empty());
  private static final Field CHECK =
      Field.asked("invoiceCheck", "校验码是什么？", "校验码", new Input.Text(4, 20), Optional.empty());
  private static final Field DAY =
      Field.asked(
          "invoiceDay",
          "哪一天开的票？",
          "开票日期",
          new Input.Date(
              Optional.of(new Input.DayBound(-36, 0)),
              Optional.of(new Input.DayBound(0, 0)),
              Optional.empty(),
              Optional.empty()),
          Optional.empty());
  private static final Field AMOUNT =
      Field.asked(
          "invoiceAmount",
          "票面金额一共多少元？",
          "金额",
          new Input.Money(new BigDecimal("999999999")),
          Optional.empty());
  private static final List<Field> ALL = List.of(NUMBER, CODE, CHECK, DAY, AMOUNT);
  private static final String CHECK_DIGITS = "[0-9A-Za-z]{4,20}";

  private final Map<String, String> typed = new HashMap<>();
  private Optional<String> refused = Optional.empty();
  private Optional<String> error = Optional.empty();

  /** What an answer came to. */
  sealed interface Heard {
    /** The next question, or the same one again. */
    record More() implements Heard {}

    /** The citizen types no invoice after all. */
    record GivenUp() implements Heard {}

    /** All of it. */
    record Whole(EInvoice invoice) implements Heard {}
  }

  private Field asked() {
    return ALL.stream()
        .filter(field -> !typed.containsKey(field.name()))
        .filter(field -> !spared(field))
        .findFirst()
        .orElseThrow();
  }

  /** 数电票 have neither code nor check digits. */
  private boolean spared(Field field) {
    return (field == CODE || field == CHECK)
        && Optional.ofNullable(typed.get(NUMBER.name())).filter(EInvoice::hasNoCode).isPresent();
  }

  Step show(Scene scene) {
    return Questions.of(asked(), refused, scene).with(error, Optional.empty());
  }

  Heard answer(Scene scene, JsonNode answer) {
    Field field = asked();
    String given = Answers.text(answer, "value");
    if (field == NUMBER && given.isEmpty()) {
      return new Heard.GivenUp();
    }
    FormRules.Situation situation =
        new FormRules.Situation(scene.facilities().today(), "", "", Optional.empty(), Map.of());
    switch (scene.facilities().rules().check(field, given, situation)) {
      case Checked.Fine(String value, String _) -> keep(scene, field, value);
      case Checked.Doubtful(Checked.Fine(String value, String _), var _) ->
          keep(scene, field, value);
      case Checked.Wrong(String code, var params) -> refuse(scene, given, code, params);
    }
    return ALL.stream().allMatch(one -> typed.containsKey(one.name()) || spared(one))
        ? new Heard.Whole(invoice())
        : new Heard.More();
  }

  private void keep(Scene scene, Field field, String value) {
    if (field == CHECK && !value.matches(CHECK_DIGITS)) {
      refuse(scene, value, "invoice.check-wrong", Map.of());
      return;
    }
    refused = Optional.empty();
    error = Optional.empty();
    typed.put(field.name(), value);
  }

  private void refuse(Scene scene, String value, String code, Map<String, String> params) {
    refused = Optional.of(value);
    error = Optional.of(scene.facilities().sentences().say(code, params));
  }

  private EInvoice invoice() {
    return new EInvoice(
        typed.getOrDefault(CODE.name(), ""),
        typed.get(NUMBER.name()),
        typed.getOrDefault(CHECK.name(), ""),
        LocalDate.parse(typed.get(DAY.name())),
        new BigDecimal(typed.get(AMOUNT.name())));
  }
}
