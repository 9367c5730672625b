package yibao.kiosk.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private final FormRules rules =
      new FormRules(
          new Places(
              Map.of(
                  "630000", "青海省",
                  "630100", "西宁市",
                  "630102", "城东区",
                  "310000", "上海市",
                  "310101", "黄浦区")));

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
            Optional.empty());

    assertEquals(code, wrong(check(date, typed)));
    assertEquals("2026年3月2日", fine(check(date, "2026-03-02")).label());
  }

  @Test
  void a_period_ends_after_it_begins() {
    Input.Date end = new Input.Date(Optional.empty(), Optional.empty(), Optional.of("begin"));
    var begun = new FormRules.Situation(TODAY, "630100", Map.of("begin", "2026-04-01"));

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
            new Input.Date(Optional.empty(), Optional.empty(), Optional.empty()),
            Optional.of("长期有效"),
            Field.Prefill.NONE);

    assertEquals(new Checked.Fine("", "长期有效"), rules.check(optional, "  ", situation()));
  }

  @Test
  void text_is_counted_in_characters_and_cleaned_of_control_characters() {
    Input.Text text = new Input.Text(2, 4);

    assertEquals("form.text-short", wrong(check(text, "䶮")));
    assertEquals("𠅤䶮 甲", fine(check(text, "\u001b𠅤䶮\u202e甲\u0007")).value());
    assertEquals("form.text-long", wrong(check(text, "一二三四五")));
  }

  private Checked check(Input input, String typed) {
    return rules.check(field(input), typed, situation());
  }

  private static FormRules.Situation situation() {
    return new FormRules.Situation(TODAY, "630100", Map.of());
  }

  private static Field field(Input input) {
    return new Field("x", "？", "项目", Optional.empty(), input, Optional.empty(), Field.Prefill.NONE);
  }

  private static Checked.Fine fine(Checked checked) {
    return assertInstanceOf(Checked.Fine.class, checked);
  }

  private static String wrong(Checked checked) {
    return assertInstanceOf(Checked.Wrong.class, checked).code();
  }
}
