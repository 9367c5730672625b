package yibao.kiosk.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final String CHILD = "630102201906010018";
  private final FormRules rules =
      new FormRules(
          new Places(
              Map.of(
                  "630000", "青海省",
                  "630100", "西宁市",
                  "630102", "城东区",
                  "310000", "上海市",
                  "310101", "黄浦区")),
          (typed, _) ->
              typed.equals(CHILD)
                  ? new NumberRule.Verdict.Valid(CHILD, LocalDate.of(2019, 6, 1))
                  : new NumberRule.Verdict.Invalid("form.id-check"));

  @ParameterizedTest
  @ValueSource(strings = {"13800138000", "+8619912345678", "198 1234 5678", "16612345678"})
  void mobile_numbers_of_every_carrier_are_taken(String typed) {
    assertInstanceOf(Checked.Fine.class, check(new Input.Phone(), typed));
  }

  @ParameterizedTest
  @CsvSource({
    "1380013800, form.phone-length",
    "138001380001, form.phone-length",
    "12800138000, form.phone-start",
    "1380013800x, form.phone-digits",
    "'', form.empty"
  })
  void a_wrong_mobile_number_gets_its_own_sentence(String typed, String code) {
    assertEquals(code, wrong(check(new Input.Phone(), typed)));
  }

  @Test
  void a_city_is_wanted_and_a_municipality_is_one() {
    Input.Place city = new Input.Place(Input.Place.Level.CITY, false);

    assertEquals("上海市", fine(check(city, "310000")).label());
    assertEquals("青海省西宁市", fine(check(city, "630100")).label());
    assertEquals("form.place-depth.city", wrong(check(city, "630000")));
    assertEquals("form.place-depth.city", wrong(check(city, "310101")));
    assertEquals("form.place-depth.city", wrong(check(city, "999999")));
  }

  @Test
  void a_county_is_named_from_the_province_down() {
    Input.Place county = new Input.Place(Input.Place.Level.COUNTY, false);

    assertEquals("上海市黄浦区", fine(check(county, "310101")).label());
    assertEquals("form.place-depth.county", wrong(check(county, "630100")));
  }

  @Test
  void a_place_inside_ones_own_pool_needs_no_filing() {
    Input.Place outside = new Input.Place(Input.Place.Level.CITY, true);

    assertEquals("form.place-own", wrong(check(outside, "630100")));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-30, form.date-impossible",
    "2026-13-01, form.date-impossible",
    "01.03.2026, form.date-impossible",
    "2026-03-01, form.date-early",
    "2027-03-03, form.date-late"
  })
  void a_day_must_exist_and_lie_within_its_bounds(String typed, String code) {
    Input.Date date =
        new Input.Date(
            Optional.of(new Input.DayBound(0, 0)),
            Optional.of(new Input.DayBound(12, 0)),
            Optional.empty(),
            Optional.empty());

    assertEquals(code, wrong(check(date, typed)));
    assertEquals("2026年3月2日", fine(check(date, "2026-03-02")).label());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-13, form.month-impossible",
    "2026, form.month-impossible",
    "2024-12, form.month-early",
    "2026-04, form.month-late",
    "2025-05, form.month-order"
  })
  void a_month_must_exist_and_lie_within_its_bounds(String typed, String code) {
    Input.Month last =
        new Input.Month(
            Optional.of(new Input.DayBound(-14, 0)),
            Optional.of(new Input.DayBound(0, 0)),
            Optional.of("first"));
    var begun = after(Map.of("first", "2025-06"));

    assertEquals(code, wrong(rules.check(field(last), typed, begun)));
    assertEquals("2025年6月", fine(rules.check(field(last), "2025-06", begun)).label());
  }

  @Test
  void a_period_ends_after_it_begins() {
    Input.Date end =
        new Input.Date(Optional.empty(), Optional.empty(), Optional.of("begin"), Optional.empty());
    var begun = after(Map.of("begin", "2026-04-01"));

    assertEquals("form.date-order", wrong(rules.check(field(end), "2026-04-01", begun)));
    assertEquals("form.date-order", wrong(rules.check(field(end), "2026-03-31", begun)));
    assertInstanceOf(Checked.Fine.class, rules.check(field(end), "2026-04-02", begun));
  }

  @Test
  void an_optional_question_left_empty_says_what_that_means() {
    Field optional =
        new Field(
            "end",
            "到哪一天结束？",
            "结束日期",
            Optional.empty(),
            new Input.Date(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
            Optional.of("长期有效"),
            List.of(),
            Optional.empty(),
            When.ALWAYS);

    assertEquals(new Checked.Fine("", "长期有效"), rules.check(optional, "  ", situation()));
  }

  @Test
  void leaving_hospital_on_the_day_of_admission_is_possible() {
    Input.Date left =
        new Input.Date(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("admitted"));
    var admitted = after(Map.of("admitted", "2026-02-10"));

    assertInstanceOf(Checked.Fine.class, rules.check(field(left), "2026-02-10", admitted));
    assertEquals("form.date-early", wrong(rules.check(field(left), "2026-02-09", admitted)));
  }

  @Test
  void text_is_counted_in_characters() {
    Input.Text text = new Input.Text(2, 4);

    assertEquals("form.text-short", wrong(check(text, "䶮")));
    assertEquals("𠅤䶮 甲", fine(check(text, " 𠅤䶮 甲 ")).value());
    assertEquals("form.text-long", wrong(check(text, "一二三四五")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"甲\u001b乙", "甲\u202e乙", "甲\u200b乙", "甲\n乙", "\u0007"})
  void control_characters_that_came_with_something_pasted_are_named(String pasted) {
    assertEquals("form.control", wrong(check(new Input.Text(1, 9), pasted)));
    assertEquals("form.control", wrong(check(new Input.Phone(), pasted)));
  }

  @ParameterizedTest
  @CsvSource({
    "王䶮, 王䶮",
    "𠅤明, 𠅤明",
    "阿卜杜拉·买买提, 阿卜杜拉·买买提",
    "阿卜杜拉 • 买买提, 阿卜杜拉·买买提",
    "迪丽努尔．艾合买提, 迪丽努尔·艾合买提",
    "Anna Maria Müller, Anna Maria Müller"
  })
  void names_of_every_script_are_taken_with_one_kind_of_dot(String typed, String stored) {
    assertEquals(stored, fine(check(new Input.Name(), typed)).value());
  }

  @Test
  void a_name_of_thirty_characters_is_taken_and_one_of_fifty_one_is_not() {
    assertInstanceOf(Checked.Fine.class, check(new Input.Name(), "买".repeat(30)));
    assertInstanceOf(Checked.Fine.class, check(new Input.Name(), "𠅤".repeat(50)));
    assertEquals("form.name-long", wrong(check(new Input.Name(), "买".repeat(51))));
  }

  @ParameterizedTest
  @CsvSource({
    "王, form.name-short",
    "王2明, form.name-characters",
    "王明！, form.name-characters",
    "·王明, form.name-characters"
  })
  void what_is_no_name_gets_its_own_sentence(String typed, String code) {
    assertEquals(code, wrong(check(new Input.Name(), typed)));
  }

  /** The card numbers are the test numbers of ISO/IEC 7812 issuers, of no account. */
  @ParameterizedTest
  @ValueSource(strings = {"4111111111111111", "6011 0009 9013 9424 ", "5555-5555-5555-4444"})
  void a_bank_card_whose_last_digit_fits_is_taken(String typed) {
    assertInstanceOf(Checked.Fine.class, check(new Input.BankAccount(), typed));
  }

  @Test
  void a_bank_card_that_fails_the_check_is_doubted_and_not_refused() {
    Checked.Doubtful doubted =
        assertInstanceOf(
            Checked.Doubtful.class, check(new Input.BankAccount(), "4111111111111112"));

    assertEquals("form.bank-check", doubted.code());
    assertEquals("4111111111111112", doubted.answer().value());
  }

  @ParameterizedTest
  @CsvSource({
    "41111111111, form.bank-length",
    "4111111111111111111111, form.bank-length",
    "41111111111111x1, form.bank-digits"
  })
  void what_is_no_account_gets_its_own_sentence(String typed, String code) {
    assertEquals(code, wrong(check(new Input.BankAccount(), typed)));
  }

  @ParameterizedTest
  @CsvSource({"1280.5, 1280.50", "'1,280', 1280.00", "0.01, 0.01"})
  void money_is_kept_to_the_cent(String typed, String stored) {
    assertEquals(stored, fine(check(money(), typed)).value());
  }

  @ParameterizedTest
  @CsvSource({
    "0, form.money-nothing",
    "1.234, form.money-shape",
    "-5, form.money-shape",
    "50001, form.money-most"
  })
  void what_is_no_amount_gets_its_own_sentence(String typed, String code) {
    assertEquals(code, wrong(check(money(), typed)));
  }

  private static Input money() {
    return new Input.Money(new BigDecimal("50000"));
  }

  @ParameterizedTest
  @CsvSource({"0, form.count-range", "31, form.count-range", "3.5, form.count-digits"})
  void a_count_stays_within_its_bounds(String typed, String code) {
    assertEquals(code, wrong(check(new Input.Count(1, 30), typed)));
    assertEquals("7", fine(check(new Input.Count(1, 30), "7")).value());
  }

  @Test
  void a_childs_number_is_checked_and_must_not_be_ones_own_nor_a_grown_ups() {
    Input child = new Input.CitizenNumber(Optional.of(18));

    assertEquals(CHILD, fine(check(child, CHILD)).value());
    assertEquals("form.id-check", wrong(check(child, "630102201906010019")));
    assertEquals("form.id-age", wrong(check(new Input.CitizenNumber(Optional.of(6)), CHILD)));
    assertEquals(
        "form.id-own",
        wrong(
            rules.check(
                field(child),
                CHILD,
                new FormRules.Situation(TODAY, "630100", CHILD, Optional.empty(), Map.of()))));
  }

  @Test
  void a_change_must_change_something() {
    var onRecord =
        new FormRules.Situation(TODAY, "630100", "", Optional.of("13800138000"), Map.of());

    assertEquals(
        "form.unchanged", wrong(rules.check(field(new Input.Phone()), "138 0013 8000", onRecord)));
    assertInstanceOf(
        Checked.Fine.class, rules.check(field(new Input.Phone()), "13900139000", onRecord));
  }

  private Checked check(Input input, String typed) {
    return rules.check(field(input), typed, situation());
  }

  private static FormRules.Situation situation() {
    return after(Map.of());
  }

  private static FormRules.Situation after(Map<String, String> answers) {
    return new FormRules.Situation(TODAY, "630100", "", Optional.empty(), answers);
  }

  private static Field field(Input input) {
    return new Field(
        "x",
        "？",
        "项目",
        Optional.empty(),
        input,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        When.ALWAYS);
  }

  private static Checked.Fine fine(Checked checked) {
    return assertInstanceOf(Checked.Fine.class, checked);
  }

  private static String wrong(Checked checked) {
    return assertInstanceOf(Checked.Wrong.class, checked).code();
  }
}
