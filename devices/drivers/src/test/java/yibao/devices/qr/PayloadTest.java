package yibao.devices.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadTest {

  @ParameterizedTest(name = "{0} is a {1}")
  @CsvSource({
    "4243754826492874240001130000, e-voucher",
    "' 4243754826492874240001130000\r\n', e-voucher",
    "424375482649287424000113000, other",
    "42437548264928742400011300000, other",
    "424375482649287424000113000X, other",
    "１２３４５６７８９０１２３４５６７８９０１２３４５６７８, other",
    "134567890123456789, payment-code",
    "164567890123456789, other",
    "2845678901234567, payment-code",
    "284567890123456789012345, payment-code",
    "28456789012345678901234567, other",
    "https://hrs.example/jkm?id=1, health-code",
    "https://skm.health.example/qr, health-code",
    "https://pay.example/qr, url",
    "HTTP://EXAMPLE.ORG, url",
    "https:, other",
    "WIFI:S:hall;;, other",
    "'', other"
  })
  void theTextAloneDecidesTheKind(String text, String code) {
    assertEquals(code, Payload.of(text).code());
  }

  @Test
  void twentyEightDigitsAreAnEVoucherWhateverTheyBeginWith() {
    assertEquals(
        new Payload.EVoucher("2800000000000000000000000000"),
        Payload.of("2800000000000000000000000000"));
  }

  @Test
  void aLoggedPayloadDoesNotTellItsText() {
    String voucher = "4243754826492874240001130000";
    assertFalse(Payload.of(voucher).toString().contains(voucher));
  }
}
