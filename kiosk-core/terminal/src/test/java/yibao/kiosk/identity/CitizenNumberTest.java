package yibao.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenNumberTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11010519491231002X",
        "440308199901101512",
        "810000199408230021",
        "830000199201300022",
        "911398199012310021"
      })
  void publishedNumbersAreValid(String text) {
    assertEquals(text, valid(text).text());
  }

  @ParameterizedTest
  @CsvSource({
    "510000202001010000, CHECK_CHARACTER",
    "11010519491231002, LENGTH",
    "'', LENGTH",
    "1101051949123100XX, CHARACTERS",
    "01010519491231002X, CHARACTERS",
    "11010519490230002X, BIRTH",
    "11010520991231002X, BIRTH",
    "11010517991231002X, BIRTH"
  })
  void aNumberThatBreaksARuleIsRefusedForThatRule(String text, CitizenNumber.Flaw flaw) {
    assertEquals(new CitizenNumber.Check.Invalid(flaw), CitizenNumber.check(text, TODAY));
  }

  @Test
  void everySlipOfOneDigitIsNoticed() {
    String right = "440308199901101512";
    for (int at = 0; at < 18; at++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        String slip = right.substring(0, at) + digit + right.substring(at + 1);
        if (!slip.equals(right)) {
          assertInstanceOf(CitizenNumber.Check.Invalid.class, CitizenNumber.check(slip, TODAY));
        }
      }
    }
  }

  @Test
  void aSmallXAndSpacesAreForgiven() {
    assertEquals("11010519491231002X", valid(" 11010519491231002x ").text());
  }

  @Test
  void fifteenDigitsOfTheOldKindAreBroughtToEighteen() {
    assertEquals("11010519491231002X", valid("110105491231002").text());
  }

  @Test
  void theNumberTellsBirthSexAndPlace() {
    CitizenNumber number = valid("11010519491231002X");
    assertEquals(LocalDate.of(1949, 12, 31), number.birth());
    assertEquals(Sex.FEMALE, number.sex());
    assertEquals("110105", number.placeCode());
    assertEquals(Sex.MALE, valid("440308199901101512").sex());
  }

  @Test
  void aNumberPrintsMasked() {
    assertEquals("110***********002X", valid("11010519491231002X").toString());
  }

  @ParameterizedTest
  @CsvSource({
    "KAZ110090123105, true",
    "KAZ110090123106, false",
    "kaz110090123105, false",
    "KAZ11009012310, false"
  })
  void thePermanentResidentsNumberOf2017HasItsOwnCheck(String text, boolean valid) {
    assertEquals(valid, PermanentResidentNumber2017.isValid(text));
  }

  private static CitizenNumber valid(String text) {
    return assertInstanceOf(CitizenNumber.Check.Valid.class, CitizenNumber.check(text, TODAY))
        .number();
  }
}
