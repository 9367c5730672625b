package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.hardware.DocumentCamera;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.Step.Materials;
import yibao.kiosk.journey.view.StepKind;
import yibao.kiosk.journey.visit.Folder;
import yibao.kiosk.platform.FilingReply;
import yibao.kiosk.record.Attachment;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.store.Keys;

/** A file is handed in with its papers. */
class HandInTest {

  private static final String STROKES =
      "{\"strokes\":[[{\"x\":0,\"y\":0,\"t\":0},{\"x\":300,\"y\":40,\"t\":300}]],\"width\":800,\"height\":300}";

  @TempDir private Path data;
  private FakeHall hall;
  private Screen screen;

  @BeforeEach
  void open() {
    hall = new FakeHall("ziyang", data, Keys.named("k1"));
    screen = new Screen(hall.journey());
    hall.filingReply = new FilingReply.Taken("SL2026030200002", FilingState.ACCEPTED);
  }

  @AfterEach
  void close() {
    hall.close();
  }

  private void givenTheFormIsFilledIn() {
    screen.begin(FakeHall.region("ziyang").linked("high-value-drug").getFirst());
    hall.cards.lay(FakeHall.card());
    screen.confirm();
  }

  private void whenTheQuestionsAreAnswered() {
    screen.await(Step.Question.class, q -> q.field().equals("diseaseName"));
    screen.answer("{\"value\":\"慢性髓性白血病\"}");
    screen.answer("{\"value\":\"示例替尼片\"}");
    screen.answer("{\"value\":\"资阳市示例医院\"}");
    screen.answer("{\"value\":\"" + java.time.LocalDate.of(2026, 2, 10) + "\"}");
    screen.answer("{\"value\":\"138****5678\"}");
    screen.await(Materials.class);
  }

  private Materials materials() {
    return (Materials) screen.view().step();
  }

  private void whenAPageIsLaidDown(String shown, int pages) {
    hall.documents.lay(shown);
    screen.answer("{\"choice\":\"shoot\"}");
    screen.await(
        Materials.class, m -> m.paper().filter(p -> p.pages().size() == pages).isPresent());
    screen.await(Materials.class, m -> m.paper().filter(p -> !p.working()).isPresent());
  }

  @Test
  void papers_are_handed_in_page_by_page_and_the_receipt_says_by_when() {
    givenTheFormIsFilledIn();
    whenTheQuestionsAreAnswered();
    assertEquals(
        List.of(Materials.State.OPEN, Materials.State.OPEN),
        materials().lines().stream().map(Materials.Line::state).toList());
    assertTrue(materials().choices().isEmpty(), "nothing to go on with while papers are open");

    screen.answer("{\"open\":\"discharge-summary\"}");
    assertEquals(Materials.Phase.WAY, materials().phase());
    screen.answer("{\"way\":\"0\"}");
    assertEquals(Materials.Phase.SCAN, materials().phase());
    whenAPageIsLaidDown("discharge 1", 1);
    whenAPageIsLaidDown("discharge 2", 2);
    hall.documents.lay("discharge 2");
    screen.answer("{\"choice\":\"shoot\"}");
    Materials twice = screen.await(Materials.class, m -> m.notice().isPresent());
    assertEquals("page.duplicate", twice.notice().orElseThrow().code());
    assertEquals(2, twice.paper().orElseThrow().pages().size());
    screen.answer("{\"choice\":\"done\"}");
    screen.answer("{\"open\":\"examination-report\"}");
    whenAPageIsLaidDown("report", 1);
    String id = materials().paper().orElseThrow().pages().getFirst().id();
    assertEquals("report", new String(hall.journey().page(id).orElseThrow().bytes()));
    screen.answer("{\"remove\":\"" + id + "\"}");
    screen.await(Materials.class, m -> m.paper().filter(p -> p.pages().isEmpty()).isPresent());
    screen.await(Materials.class, m -> m.paper().filter(p -> !p.working()).isPresent());
    assertEquals(Optional.empty(), hall.journey().page(id));
    whenAPageIsLaidDown("report, again", 1);
    screen.answer("{\"choice\":\"done\"}");
    screen.answer("{\"choice\":\"next\"}");

    assertEquals(StepKind.SIGN, screen.view().step().kind());
    screen.answer(STROKES);
    Step.Review review = screen.await(Step.Review.class);
    assertTrue(review.groups().stream().anyMatch(group -> group.title().equals("材料")));
    screen.answer("{\"submit\":true}");
    Step.Result result = screen.await(Step.Result.class);
    assertEquals(Step.Result.Outcome.ACCEPTED, result.outcome());
    assertTrue(result.rows().stream().anyMatch(row -> row.label().equals("预计办结")));
    screen.answer("{\"choice\":\"print\"}");
    screen.await(Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PRINTED);

    FilingDraft draft = hall.received.getFirst();
    assertEquals(
        List.of("discharge-summary", "discharge-summary", "examination-report"),
        draft.attachments().stream().map(Attachment::material).toList());
    String paper =
        new String(hall.printed.getFirst(), Charset.forName("GB18030")).replaceAll("\\s", "");
    assertTrue(paper.contains("受理回执") && paper.contains("SL2026030200002"), paper);
    assertTrue(paper.contains("预计办结") && paper.contains("15个工作日"), paper);
    assertTrue(paper.contains("已收材料") && paper.contains("2页"), paper);
  }

  @Test
  void what_is_handed_in_after_closing_has_its_day_and_the_day_of_acceptance_on_screen_and_paper() {
    // Monday 2 March 2026, 18:30.
    hall.time.pass(Duration.ofMinutes(8 * 60 + 30));
    ServiceItem item = FakeHall.region("ziyang").linked("high-value-drug").getFirst();
    Step.Result result = new Walker(hall, screen, Map.of()).walk(item);
    String shown = result.toString();
    screen.answer("{\"choice\":\"print\"}");
    screen.await(Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PRINTED);

    assertTrue(shown.contains("2026年3月2日") && shown.contains("2026年3月3日"), shown);
    String paper =
        new String(hall.printed.getFirst(), Charset.forName("GB18030")).replaceAll("\\s", "");
    assertTrue(paper.contains("2026-03-0218:30") && paper.contains("2026年3月3日"), paper);
    // Fifteen working days from the 4th: 4–6, 9–13, 16–20, 23, 24 March.
    assertTrue(paper.contains("2026年3月24日"), paper);
  }

  private Step.Brief brief(String link) {
    hall.journey().start();
    int seq = FakeHall.region("ziyang").linked(link).getFirst().seq();
    screen.answer("{\"item\":" + seq + "}");
    return screen.await(Step.Brief.class);
  }

  @Test
  void without_a_document_camera_nobody_begins_what_needs_papers() {
    hall.documents.presence = DocumentCamera.Presence.NONE;
    Step.Brief brief = brief("high-value-drug");

    assertEquals("brief.no-camera", brief.notice().orElseThrow().code());
    assertEquals(List.of("print"), brief.choices().stream().map(Choice::id).toList());
  }

  @Test
  void a_camera_that_was_away_is_told_of_before_anything_is_filled_in() {
    hall.documents.presence = DocumentCamera.Presence.AWAY;
    Step.Brief brief = brief("high-value-drug");

    assertEquals("brief.camera-away", brief.notice().orElseThrow().code());
    assertTrue(brief.choices().stream().anyMatch(choice -> choice.id().equals("start")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"page.blurred", "page.upside-down", "page.cut", "page.missing", "camera.none"})
  void what_cannot_be_read_is_told_at_once_and_not_kept(String flaw) {
    givenTheFormIsFilledIn();
    whenTheQuestionsAreAnswered();
    screen.answer("{\"open\":\"examination-report\"}");
    whenAPageIsLaidDown("report", 1);
    hall.documents.layUnfit(flaw);
    screen.answer("{\"choice\":\"shoot\"}");
    Materials told = screen.await(Materials.class, m -> m.notice().isPresent());
    assertEquals(flaw, told.notice().orElseThrow().code());
    assertEquals(1, told.paper().orElseThrow().pages().size());
  }

  /** A page of print; the noise is another in each shot. */
  private static byte[] shot(int page, int noise) throws IOException {
    BufferedImage picture = new BufferedImage(420, 594, BufferedImage.TYPE_INT_RGB);
    Random print = new Random(page);
    Random grain = new Random(noise);
    Graphics2D brush = picture.createGraphics();
    brush.setColor(Color.WHITE);
    brush.fillRect(0, 0, 420, 594);
    brush.setColor(Color.BLACK);
    for (int y = 30; y < 560; y += 16) {
      for (int x = 30; x < 390; x += 12) {
        if (print.nextBoolean()) {
          brush.fillRect(x, y, 9, 9);
        }
      }
    }
    brush.dispose();
    for (int i = 0; i < 2000; i++) {
      picture.setRGB(grain.nextInt(420), grain.nextInt(594), 0xA0A0A0);
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", file);
    return file.toByteArray();
  }

  private Materials whenAPictureIsTaken(byte[] picture) {
    hall.documents.lay(picture);
    screen.answer("{\"choice\":\"shoot\"}");
    return screen.await(Materials.class, m -> m.paper().filter(p -> !p.working()).isPresent());
  }

  @Test
  void a_page_laid_down_a_second_time_is_asked_about_and_kept_only_if_it_is_another()
      throws IOException {
    givenTheFormIsFilledIn();
    whenTheQuestionsAreAnswered();
    screen.answer("{\"open\":\"examination-report\"}");
    whenAPictureIsTaken(shot(1, 1));
    assertEquals(2, whenAPictureIsTaken(shot(2, 2)).paper().orElseThrow().pages().size());

    Materials asked = whenAPictureIsTaken(shot(1, 3));
    assertEquals("page.alike", asked.notice().orElseThrow().code());
    assertEquals(2, asked.paper().orElseThrow().pages().size());
    screen.answer("{\"choice\":\"anyway\"}");
    Materials kept =
        screen.await(Materials.class, m -> m.paper().filter(p -> !p.working()).isPresent());
    assertEquals(3, kept.paper().orElseThrow().pages().size());

    whenAPictureIsTaken(shot(2, 4));
    assertTrue(
        whenAPictureIsTaken(shot(4, 5)).choices().stream().noneMatch(c -> c.id().equals("anyway")),
        "another page answers the question");
    assertEquals(4, materials().paper().orElseThrow().pages().size());
  }

  @Test
  void a_page_that_lies_upside_down_is_turned_and_handed_in_upright() throws IOException {
    givenTheFormIsFilledIn();
    whenTheQuestionsAreAnswered();
    screen.answer("{\"open\":\"examination-report\"}");
    Materials.Page before =
        whenAPictureIsTaken(shot(1, 1)).paper().orElseThrow().pages().getFirst();
    assertTrue(before.turns());

    screen.answer("{\"turn\":\"" + before.id() + "\"}");
    Materials turned =
        screen.await(Materials.class, m -> m.paper().filter(p -> !p.working()).isPresent());

    Materials.Page after = turned.paper().orElseThrow().pages().getFirst();
    assertEquals(1, turned.paper().orElseThrow().pages().size());
    assertNotEquals(before.id(), after.id());
    byte[] image = hall.journey().page(after.id()).orElseThrow().bytes();
    BufferedImage upright = ImageIO.read(new ByteArrayInputStream(image));
    assertEquals(List.of(594, 420), List.of(upright.getWidth(), upright.getHeight()));
  }

  @Test
  void a_page_limit_is_told_and_nothing_taken_is_lost() {
    givenTheFormIsFilledIn();
    whenTheQuestionsAreAnswered();
    screen.answer("{\"open\":\"examination-report\"}");
    for (int page = 1; page <= Folder.MOST_PAGES; page++) {
      whenAPageIsLaidDown("report " + page, page);
    }
    hall.documents.lay("one more");
    screen.answer("{\"choice\":\"shoot\"}");
    assertEquals("page.too-many", materials().notice().orElseThrow().code());
    assertEquals(Folder.MOST_PAGES, materials().paper().orElseThrow().pages().size());
  }

  @Test
  void a_picture_of_ten_megabytes_is_refused_in_a_plain_sentence() {
    givenTheFormIsFilledIn();
    whenTheQuestionsAreAnswered();
    screen.answer("{\"open\":\"examination-report\"}");
    hall.documents.lay(new byte[10 << 20]);
    screen.answer("{\"choice\":\"shoot\"}");
    Materials told = screen.await(Materials.class, m -> m.notice().isPresent());
    assertEquals("page.too-large", told.notice().orElseThrow().code());
  }

  @Test
  void what_was_scanned_before_the_power_went_is_offered_again() {
    givenTheFormIsFilledIn();
    whenTheQuestionsAreAnswered();
    screen.answer("{\"open\":\"examination-report\"}");
    whenAPageIsLaidDown("report", 1);
    hall.close();
    open();

    givenTheFormIsFilledIn();
    Step.Eligibility offer = screen.await(Step.Eligibility.class);
    assertEquals("draft.found", offer.notice().code());
    screen.answer("{\"choice\":\"resume\"}");
    Step.Question question = screen.await(Step.Question.class);
    assertEquals(Optional.of("慢性髓性白血病"), question.value());
    for (int i = 0; i < 5; i++) {
      Step.Question asked = (Step.Question) screen.view().step();
      screen.answer("{\"value\":\"" + asked.value().orElseThrow() + "\"}");
    }
    Materials materials = screen.await(Materials.class);
    assertEquals(1, materials.lines().getLast().pages());
  }

  @Test
  void whoever_leaves_without_keeping_leaves_nothing_behind() {
    givenTheFormIsFilledIn();
    whenTheQuestionsAreAnswered();
    screen.answer("{\"open\":\"examination-report\"}");
    whenAPageIsLaidDown("report", 1);
    hall.journey().leave();
    hall.cards.lift();
    hall.awaitNoDraft();

    hall.journey().leave();
    givenTheFormIsFilledIn();
    assertEquals(
        "diseaseName",
        screen.await(Step.Question.class, q -> q.field().equals("diseaseName")).field());
  }

  @Test
  void whoever_keeps_it_goes_on_another_time() {
    givenTheFormIsFilledIn();
    whenTheQuestionsAreAnswered();
    screen.answer("{\"open\":\"examination-report\"}");
    whenAPageIsLaidDown("report", 1);
    screen.answer("{\"choice\":\"done\"}");
    screen.answer("{\"choice\":\"keep\"}");
    String told = screen.view().step().toString();
    assertTrue(told.contains("只存在本机（T-1）"), told);
    hall.journey().leave();
    hall.cards.lift();
    hall.journey().leave();

    givenTheFormIsFilledIn();
    assertEquals("draft.found", screen.await(Step.Eligibility.class).notice().code());
  }
}
