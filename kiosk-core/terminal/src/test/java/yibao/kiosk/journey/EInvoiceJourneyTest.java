package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.journey.view.Row;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.Step.Materials;
import yibao.kiosk.platform.FilingReply;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.store.Keys;

/** Electronic invoices are held up, not filmed. */
class EInvoiceJourneyTest {

  private static final String CODE = "01,08,41060121,0012345678,1234.56,20260220,a1b2c3";

  @TempDir private Path data;

  @Test
  void an_invoice_held_up_is_a_page_and_the_same_one_is_refused() {
    try (FakeHall hall = new FakeHall("pingdingshan", data, Keys.named("k1"))) {
      hall.filingReply = new FilingReply.Taken("SL1", FilingState.ACCEPTED);
      Screen screen = new Screen(hall.journey());
      Map<String, String> said = Map.of("invoice", "electronic");
      Walker walker = new Walker(hall, screen, said);
      hall.journey().start();
      int seq = hall.site().region().linked("outpatient-reimbursement").getFirst().seq();
      screen.answer("{\"item\":" + seq + "}");
      walker.walkTo(Materials.class);
      screen.answer("{\"open\":\"invoice\"}");
      hall.scanner.hold(CODE);
      screen.await(Materials.class, m -> m.paper().filter(p -> p.pages().size() == 1).isPresent());
      screen.await(Materials.class, m -> m.paper().filter(p -> !p.working()).isPresent());
      hall.scanner.hold(CODE);
      Materials twice = screen.await(Materials.class, m -> m.notice().isPresent());
      assertEquals("invoice.duplicate", twice.notice().orElseThrow().code());
      assertTrue(twice.notice().orElseThrow().text().contains("0012345678"));
      hall.scanner.hold("https://example.org/");
      screen.await(
          Materials.class,
          m -> m.notice().filter(n -> n.code().equals("invoice.no-code")).isPresent());
      screen.answer("{\"choice\":\"done\"}");
      walker.walkTo(Step.Result.class);

      assertEquals(Step.Result.Outcome.ACCEPTED, ((Step.Result) screen.view().step()).outcome());
      assertEquals(
          "41060121:0012345678:a1b2c3:2026-02-20:1234.56",
          hall.received.getFirst().values().get("eInvoices"));
    }
  }

  private static void typed(Screen screen, String field, String value) {
    assertEquals(field, ((Step.Question) screen.view().step()).field());
    screen.answer("{\"value\":\"" + value + "\"}");
  }

  private static Walker givenTheInvoiceLiesOpen(FakeHall hall, Screen screen) {
    return givenTheInvoiceLiesOpen(hall, screen, Map.of("invoice", "electronic"));
  }

  private static Walker givenTheInvoiceLiesOpen(
      FakeHall hall, Screen screen, Map<String, String> said) {
    Walker walker = new Walker(hall, screen, said);
    hall.journey().start();
    int seq = hall.site().region().linked("outpatient-reimbursement").getFirst().seq();
    screen.answer("{\"item\":" + seq + "}");
    walker.walkTo(Materials.class);
    screen.answer("{\"open\":\"invoice\"}");
    return walker;
  }

  @Test
  void an_invoice_whose_code_cannot_be_read_is_typed_and_is_the_same_invoice() {
    try (FakeHall hall = new FakeHall("pingdingshan", data, Keys.named("k1"))) {
      hall.filingReply = new FilingReply.Taken("SL1", FilingState.ACCEPTED);
      Screen screen = new Screen(hall.journey());
      Walker walker = givenTheInvoiceLiesOpen(hall, screen);
      screen.answer("{\"choice\":\"type\"}");
      typed(screen, "invoiceNumber", "12");
      assertTrue(((Step.Question) screen.view().step()).error().isPresent());
      typed(screen, "invoiceNumber", "0012345678");
      typed(screen, "invoiceCode", "41060121");
      typed(screen, "invoiceCheck", "校验码码");
      assertTrue(((Step.Question) screen.view().step()).error().isPresent());
      typed(screen, "invoiceCheck", "a1b2c3");
      typed(screen, "invoiceDay", "2026-02-20");
      typed(screen, "invoiceAmount", "1234.56");
      screen.await(
          Materials.class,
          m -> m.paper().filter(p -> p.pages().size() == 1 && !p.working()).isPresent());
      hall.scanner.hold(CODE);
      Materials twice = screen.await(Materials.class, m -> m.notice().isPresent());
      assertEquals("invoice.duplicate", twice.notice().orElseThrow().code());
      screen.answer("{\"choice\":\"done\"}");
      walker.walkTo(Step.Result.class);

      assertEquals(
          "41060121:0012345678:a1b2c3:2026-02-20:1234.56",
          hall.received.getFirst().values().get("eInvoices"));
    }
  }

  @Test
  void a_fully_digital_invoice_has_its_number_only() {
    try (FakeHall hall = new FakeHall("pingdingshan", data, Keys.named("k1"))) {
      Screen screen = new Screen(hall.journey());
      givenTheInvoiceLiesOpen(hall, screen);
      screen.answer("{\"choice\":\"type\"}");
      typed(screen, "invoiceNumber", "26412000000012345678");
      typed(screen, "invoiceDay", "2026-02-20");
      typed(screen, "invoiceAmount", "88.00");
      screen.await(
          Materials.class,
          m -> m.paper().filter(p -> p.pages().size() == 1 && !p.working()).isPresent());
      hall.scanner.hold("01,32,,26412000000012345678,88.00,20260220,,1A2B");
      Materials twice = screen.await(Materials.class, m -> m.notice().isPresent());

      assertEquals("invoice.duplicate", twice.notice().orElseThrow().code());
    }
  }

  @Test
  void whoever_types_none_after_all_comes_back_to_the_paper() {
    try (FakeHall hall = new FakeHall("pingdingshan", data, Keys.named("k1"))) {
      Screen screen = new Screen(hall.journey());
      givenTheInvoiceLiesOpen(hall, screen);
      screen.answer("{\"choice\":\"type\"}");
      screen.answer("{\"value\":\"\"}");

      assertEquals(Materials.Phase.SCAN, ((Materials) screen.view().step()).phase());
    }
  }

  /** To the end of a reimbursement with this invoice held up; what the result says. */
  private static Step.Result whenAnInvoiceIsHandedIn(FakeHall hall, String total) {
    Screen screen = new Screen(hall.journey());
    Walker walker =
        givenTheInvoiceLiesOpen(hall, screen, Map.of("invoice", "electronic", "total", total));
    hall.scanner.hold(CODE);
    screen.await(
        Materials.class,
        m -> m.paper().filter(p -> p.pages().size() == 1 && !p.working()).isPresent());
    screen.answer("{\"choice\":\"done\"}");
    walker.walkTo(Step.Result.class);
    return (Step.Result) screen.view().step();
  }

  @Test
  void an_invoice_handed_in_on_an_earlier_visit_is_refused_at_any_terminal_and_named()
      throws IOException {
    try (TwoHalls halls = new TwoHalls("pingdingshan", data)) {
      Step.Result first = whenAnInvoiceIsHandedIn(halls.east, "1234.56");
      assertEquals(Step.Result.Outcome.ACCEPTED, first.outcome(), first::toString);
      halls.time.pass(Duration.ofDays(1));
      Step.Result again = whenAnInvoiceIsHandedIn(halls.west, "1234.50");

      assertEquals(Step.Result.Outcome.REFUSED, again.outcome(), again::toString);
      String why =
          again.rows().stream()
              .filter(row -> row.label().equals("原因"))
              .map(Row::value)
              .findFirst()
              .orElseThrow();
      assertTrue(why.contains("0012345678") && why.contains("不能重复申请"), why);
      assertEquals(1, halls.filed().size());
    }
  }
}
