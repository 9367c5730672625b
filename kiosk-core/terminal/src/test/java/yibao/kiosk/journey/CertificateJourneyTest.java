package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.kiosk.catalog.Ending;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.hardware.PrintOutcome;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.paper.OfficeKeys;
import yibao.kiosk.platform.PersonFound;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.InsuredPerson;
import yibao.kiosk.store.Keys;

/** Certificates are made of what the platform knows, looked at, and then printed. */
class CertificateJourneyTest {

  @TempDir private Path data;
  @TempDir private Path keys;
  private FakeHall hall;
  private Screen screen;

  @AfterEach
  void close() {
    hall.close();
  }

  private void givenAHallIn(String region) {
    hall = new FakeHall(region, data, Keys.named("k1"));
    screen = new Screen(hall.journey());
  }

  private List<ServiceItem> certificates() {
    return hall.site().region().offered(hall.site().pool()).stream()
        .filter(item -> item.reading().otherwise().ending() == Ending.CERTIFICATE)
        .toList();
  }

  private void whenStarted(ServiceItem item) {
    screen.begin(item);
    hall.cards.lay(FakeHall.card());
    screen.confirm();
    if (screen.await(
            Step.class,
            s ->
                s instanceof Step.Question
                    || s instanceof Step.Eligibility
                    || s instanceof Step.Paper)
        instanceof Step.Question) {
      screen.answer("{\"value\":\"12\"}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"qinghai", "pingdingshan", "yantai", "ziyang", "gansu"})
  void every_certificate_of_every_region_is_shown_before_it_is_printed(String region)
      throws Exception {
    givenAHallIn(region);
    hall.seal = Optional.of(OfficeKeys.seal(keys));
    assertTrue(certificates().size() >= 2, region);

    for (ServiceItem item : certificates()) {
      whenStarted(item);
      Step.Paper looked =
          screen.await(Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PREVIEW);
      assertTrue(looked.preview().orElseThrow().pages() >= 1, item.name());
      screen.answer("{\"choice\":\"print\"}");
      screen.await(Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PRINTED);
      assertTrue(issuedOnce(item), item.name());
      assertEquals("%PDF", new String(hall.sheets.getLast(), 0, 4, StandardCharsets.US_ASCII));
      hall.journey().leave();
      hall.cards.lift();
      hall.journey().leave();
    }
  }

  /** Numbered papers are recorded by kind and number; forms without a number are not. */
  private boolean issuedOnce(ServiceItem item) {
    boolean numbered = !item.name().contains("登记表");
    return hall.issued.size() == (numbered ? 1 : 0) && hall.issued.removeIf(_ -> true) == numbered;
  }

  @Test
  void a_terminal_without_a_seal_says_so_before_anybody_begins() {
    givenAHallIn("qinghai");
    hall.journey().start();

    screen.answer("{\"item\":909}");

    Step.Brief told = screen.await(Step.Brief.class);
    assertEquals("brief.no-seal", told.notice().orElseThrow().code());
    assertEquals(List.of("print"), told.choices().stream().map(Choice::id).toList());
  }

  @Test
  void who_is_not_insured_gets_no_certificate_and_a_sentence() throws Exception {
    givenAHallIn("gansu");
    InsuredPerson one = FakeHall.employee(hall.site().region());
    hall.personReply =
        new Reply.Answered<>(
            new PersonFound.Known(
                new InsuredPerson(
                    one.personNumber(),
                    one.name(),
                    one.certificateNumber(),
                    LocalDate.of(1949, 12, 31),
                    one.phone(),
                    one.address(),
                    List.of())));

    hall.seal = Optional.of(OfficeKeys.seal(keys));
    whenStarted(certificates().getFirst());

    assertEquals("eligibility.no-insurance", screen.await(Step.Eligibility.class).notice().code());
  }

  @Test
  void a_page_that_did_not_come_out_is_printed_alone_and_marked() throws Exception {
    givenAHallIn("qinghai");
    hall.a4 = true;
    hall.contributions = 90;
    hall.seal = Optional.of(OfficeKeys.seal(keys));
    hall.a4Says.add(new PrintOutcome.Partly("paper-jammed"));
    Step.Paper looked = givenALongCertificate();
    screen.answer("{\"choice\":\"print\"}");
    screen.await(Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PARTLY);
    assertThrows(Misread.class, () -> screen.answer("{\"choice\":\"page\",\"page\":99}"));

    screen.answer("{\"choice\":\"page\",\"page\":2}");
    screen.await(Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PRINTED);

    String whole = text(hall.sheets.getFirst());
    String alone = text(hall.sheets.getLast());
    assertTrue(looked.preview().orElseThrow().pages() > 1);
    assertTrue(whole.contains("第1页") && !whole.contains("重打"), whole);
    assertTrue(alone.contains("第2页") && !alone.contains("第1页"), alone);
    assertTrue(alone.contains("重打1"), alone);
    assertEquals(2, hall.cameOut.size());
    assertTrue(hall.cameOut.getFirst().endsWith(" 0 partly"), hall.cameOut.toString());
    assertTrue(hall.cameOut.getLast().endsWith(" 1 printed"), hall.cameOut.toString());
  }

  /** The first certificate that runs over a page. */
  private Step.Paper givenALongCertificate() {
    for (ServiceItem item : certificates()) {
      whenStarted(item);
      Step.Paper looked =
          screen.await(Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PREVIEW);
      if (looked.preview().orElseThrow().pages() > 1) {
        return looked;
      }
      hall.journey().leave();
      hall.cards.lift();
      hall.journey().leave();
    }
    throw new AssertionError("every certificate fits on a page");
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s", "");
    }
  }
}
