package yibao.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {
  @ParameterizedTest
  @CsvSource({
    "王明, 王*",
    "王小明, 王*明",
    "欧阳小明, 欧**明",
    "阿卜杜热合曼·买买提依明江·吐尔逊阿吉, 阿***吉",
    "𠮷田明, 𠮷*明",
    "明, *",
    "'', ''"
  })
  void ofANameTheEndsStay(String name, String masked) {
    assertEquals(masked, Masking.name(name));
  }

  @ParameterizedTest
  @CsvSource({
    "63010219900101123X, 630***********123X",
    "KAZ110090123105, KAZ********3105",
    "1234567, *******",
    "123, ***"
  })
  void ofANumberThreeAndFourStay(String number, String masked) {
    assertEquals(masked, Masking.number(number));
  }

  @Test
  void ofAPhoneThreeAndFourStayAndOfAnAccountFour() {
    assertEquals("138****5678", Masking.phone("13812345678"));
    assertEquals("****3077", Masking.account("6222020903001483077"));
    assertEquals("****", Masking.account("3077"));
  }

  @Test
  void aDocumentPrintsOnlyWhatMayBeShown() {
    IdentityDocument document =
        new IdentityDocument.ResidentCard(
            "王小明",
            "63010219900101123X",
            Sex.MALE,
            LocalDate.of(1990, 1, 1),
            new Validity(LocalDate.of(2020, 1, 1), Optional.empty()),
            "藏",
            "青海省西宁市测试路1号");

    assertEquals("居民身份证[王*明, 630***********123X]", document.toString());
  }

  @Test
  void aDocumentIsValidToItsLastDayAndForEverWhenLongTerm() {
    LocalDate from = LocalDate.of(2014, 5, 1);
    LocalDate until = LocalDate.of(2024, 5, 1);
    Validity limited = new Validity(from, Optional.of(until));
    Validity longTerm = new Validity(from, Optional.empty());

    assertTrue(limited.includes(until));
    assertTrue(limited.expiredOn(until.plusDays(1)));
    assertFalse(limited.includes(from.minusDays(1)));
    assertTrue(longTerm.includes(LocalDate.of(2099, 1, 1)));
  }
}
