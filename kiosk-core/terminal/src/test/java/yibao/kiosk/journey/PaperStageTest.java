package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.hardware.PrintOutcome;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.Step.Paper.Medium;
import yibao.kiosk.journey.view.Step.Paper.Phase;
import yibao.kiosk.paper.Paper;
import yibao.kiosk.paper.TakeAway;
import yibao.kiosk.store.Keys;

/** A notice of what to bring, on whatever paper the hall has. */
class PaperStageTest {
  @TempDir private Path data;
  private FakeHall hall;
  private Screen screen;

  @BeforeEach
  void open() {
    hall = new FakeHall("qinghai", data, Keys.named("k1"));
    screen = new Screen(hall.journey());
  }

  @AfterEach
  void close() {
    hall.close();
  }

  @Test
  void where_there_is_an_a4_printer_the_page_is_looked_at_and_then_printed_byte_for_byte() {
    hall.a4 = true;
    Step.Paper preview = whenTheNoticeIsWanted(Phase.PREVIEW);
    Paper.OnA4 shown = (Paper.OnA4) hall.journey().paper().orElseThrow();

    assertEquals(Medium.A4, preview.medium());
    assertEquals(1, preview.preview().orElseThrow().pages());
    assertTrue(hall.sheets.isEmpty(), "nothing is printed before somebody wants it");
    answer("print");
    await(Phase.PRINTED);

    assertArrayEquals(shown.document().pdf(), hall.sheets.getFirst());
    assertTrue(hall.printed.isEmpty());
  }

  @Test
  void without_an_a4_printer_the_notice_comes_out_as_a_slip() {
    Step.Paper done = whenTheNoticeIsWanted(Phase.PRINTED);

    assertEquals(Medium.ROLL, done.medium());
    assertTrue(
        new String(hall.printed.getFirst(), Charset.forName("GBK")).contains("告知单"),
        "the slip is on the receipt printer");
  }

  @Test
  void where_a4_does_not_print_the_slip_is_offered_instead() {
    hall.a4 = true;
    hall.a4Says.add(new PrintOutcome.NotPrinted("paper-out"));
    whenTheNoticeIsWanted(Phase.PREVIEW);
    answer("print");

    Step.Paper failed = await(Phase.NOT_PRINTED);
    assertEquals("paper.paper-out", failed.notice().code());
    answer("roll");

    assertEquals(Medium.ROLL, await(Phase.PRINTED).medium());
    assertEquals(1, hall.printed.size());
  }

  @Test
  void a_copy_after_one_that_may_be_out_is_marked_and_counted() throws Exception {
    hall.a4 = true;
    hall.a4Says.add(new PrintOutcome.Unknown("unproven"));
    whenTheNoticeIsWanted(Phase.PREVIEW);
    answer("print");
    await(Phase.UNKNOWN);
    answer("again");
    await(Phase.PRINTED);
    answer("again");
    screen.await(Step.Paper.class, s -> s.phase() == Phase.PRINTED && hall.sheets.size() == 3);

    assertFalse(text(0).contains("重打"), text(0));
    assertTrue(text(1).contains("重打 1"), text(1));
    assertTrue(text(2).contains("重打 2"), text(2));
    assertEquals(
        List.of("notice-a4 0 unknown", "notice-a4 1 printed", "notice-a4 2 printed"), hall.cameOut);
  }

  @Test
  void nobody_prints_copies_without_end() {
    hall.a4 = true;
    whenTheNoticeIsWanted(Phase.PREVIEW);
    answer("print");
    for (int copy = 1; copy < 4; copy++) {
      int out = copy;
      screen.await(Step.Paper.class, s -> s.phase() == Phase.PRINTED && hall.sheets.size() == out);
      answer("again");
    }

    Step.Paper last =
        screen.await(Step.Paper.class, s -> s.phase() == Phase.PRINTED && hall.sheets.size() == 4);
    assertFalse(ids(last).contains("again"), ids(last).toString());
  }

  @Test
  void a_phone_takes_the_paper_once_and_only_for_a_while() {
    hall.a4 = true;
    whenTheNoticeIsWanted(Phase.PREVIEW);
    answer("phone");
    await(Phase.TAKE_AWAY);
    String secret = secret(hall.journey().takeAway().orElseThrow());

    assertTrue(hall.takeAway.waits(secret));
    TakeAway.Parcel parcel = hall.takeAway.take(secret).orElseThrow();

    await(Phase.TAKEN);
    assertEquals("application/pdf", parcel.type());
    assertEquals("%PDF", new String(parcel.content(), 0, 4, StandardCharsets.US_ASCII));
    assertTrue(hall.takeAway.take(secret).isEmpty(), "once");
    assertEquals(List.of("notice-a4 0 taken"), hall.cameOut);
    assertTrue(hall.sheets.isEmpty());
  }

  @Test
  void the_offer_to_a_phone_ends_by_itself() {
    hall.a4 = true;
    whenTheNoticeIsWanted(Phase.PREVIEW);
    answer("phone");
    String secret = secret(hall.journey().takeAway().orElseThrow());

    hall.time.pass(Duration.ofMinutes(2));

    assertFalse(hall.takeAway.waits(secret));
  }

  @Test
  void whoever_cannot_scan_prints_after_all_and_the_offer_is_gone() {
    hall.a4 = true;
    whenTheNoticeIsWanted(Phase.PREVIEW);
    answer("phone");
    String secret = secret(hall.journey().takeAway().orElseThrow());
    answer("print");

    await(Phase.PRINTED);
    assertFalse(hall.takeAway.waits(secret));
    assertEquals(1, hall.sheets.size());
  }

  @Test
  void the_offer_to_a_phone_ends_with_the_visit() {
    hall.a4 = true;
    whenTheNoticeIsWanted(Phase.PREVIEW);
    answer("phone");
    String secret = secret(hall.journey().takeAway().orElseThrow());

    hall.journey().leave();

    assertFalse(hall.takeAway.waits(secret));
    assertTrue(hall.journey().paper().isEmpty());
  }

  private Step.Paper whenTheNoticeIsWanted(Phase phase) {
    hall.journey().start();
    screen.answer("{\"item\":12}");
    screen.answer("{\"value\":\"file\"}");
    screen.answer("{\"choice\":\"print\"}");
    return await(phase);
  }

  private Step.Paper await(Phase phase) {
    return screen.await(Step.Paper.class, s -> s.phase() == phase);
  }

  private void answer(String choice) {
    screen.answer("{\"choice\":\"" + choice + "\"}");
  }

  private static List<String> ids(Step.Paper step) {
    return step.choices().stream().map(Choice::id).toList();
  }

  private static String secret(TakeAway.Link link) {
    String path = link.address().getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private String text(int sheet) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(hall.sheets.get(sheet))) {
      return new PDFTextStripper().getText(pdf);
    }
  }
}
