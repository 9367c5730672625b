package yibao.kiosk.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EInvoiceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01,08,41060121,0012345678,1234.56,20260220,a1b2c3",
        "01,08,41060121,0012345678,a1b2c3,20260220,1234.56,",
        "41060121,0012345678,a1b2c3,20260220,1234.56"
      })
  void an_invoice_is_known_whichever_order_its_issuer_likes(String text) {
    assertEquals(
        Optional.of("41060121:0012345678:a1b2c3:2026-02-20:1234.56"),
        EInvoice.read(text).map(EInvoice::text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://example.org/x,1,2,3,4,5",
        "01,08,41060121,0012345678,1234.56,20261340,a1b2c3",
        "01,08,41060121,1234.56,20260220,a1b2c3",
        "6222021234567890128"
      })
  void anything_else_is_none(String text) {
    assertEquals(Optional.empty(), EInvoice.read(text));
  }

  @Test
  void code_and_number_tell_whether_it_is_the_same_paper() {
    EInvoice one = EInvoice.read("41060121,0012345678,a1b2c3,20260220,1234.56").orElseThrow();
    EInvoice other = EInvoice.read("41060121,0012345678,zzzz99,20260221,1.00").orElseThrow();

    assertTrue(one.isSameAs(other));
  }
}
