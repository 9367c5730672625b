package yibao.templates.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountInWordsTest {

  /** The first four are the examples of 正确填写票据和结算凭证的基本规定, 五. */
  @ParameterizedTest
  @CsvSource({
    "1409.50, 壹仟肆佰零玖元伍角整",
    "6007.14, 陆仟零柒元壹角肆分",
    "16409.02, 壹万陆仟肆佰零玖元零贰分",
    "325.04, 叁佰贰拾伍元零肆分",
    "1680.32, 壹仟陆佰捌拾元叁角贰分",
    "107000.53, 壹拾万零柒仟元伍角叁分",
    "0, 零元整",
    "0.05, 伍分",
    "0.50, 伍角整",
    "10, 壹拾元整",
    "100000000, 壹亿元整",
    "100000001, 壹亿零壹元整",
    "20050000, 贰仟零伍万元整",
    "-3.2, 负叁元贰角整"
  })
  void amountsAreSpeltAsBillsSpellThem(String amount, String words) {
    assertEquals(words, AmountInWords.of(new BigDecimal(amount)));
  }

  @Test
  void fractionsOfAFenAreRefused() {
    assertThrows(ArithmeticException.class, () -> AmountInWords.of(new BigDecimal("0.005")));
  }
}
