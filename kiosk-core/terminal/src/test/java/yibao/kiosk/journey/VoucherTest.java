package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import yibao.kiosk.journey.route.Routes;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.platform.FaceChecks.FaceReply;
import yibao.kiosk.platform.PresentedCredential;
import yibao.kiosk.store.Keys;

/** Applying for an e-voucher: no credential to start with, the face decides. */
class VoucherTest {

  @TempDir private Path data;
  private FakeHall hall;
  private Screen screen;

  @BeforeEach
  void a_hall_whose_list_has_e_vouchers() {
    hall = new FakeHall("ziyang", data, Keys.named("k1"));
    screen = new Screen(hall.journey());
  }

  @AfterEach
  void close() {
    hall.close();
  }

  private static FaceReply matched(boolean now) {
    return new FaceReply.Matched(
        new PresentedCredential.ElectronicVoucher(
            "token", FakeHall.card().number(), FakeHall.card().name(), "01"),
        now);
  }

  private void whenTheApplicationIsStarted() {
    int item = hall.site().region().linked("e-voucher").getFirst().seq();
    hall.journey().start();
    screen.answer("{\"item\":" + item + "}");
    screen.await(Step.Brief.class);
    screen.answer("{\"choice\":\"start\"}");
  }

  private void whenTheNumberIsTyped() {
    screen.answer("{\"value\":\"keys\"}");
    screen.answer("{\"value\":\"11010519491231002X\"}");
    screen.answer("{\"value\":\"" + FakeHall.card().name() + "\"}");
  }

  private void whenConsentIsGiven() {
    Step.Commitment text = screen.await(Step.Commitment.class);
    screen.answer("{\"accepted\":true,\"readToEnd\":true,\"digest\":\"" + text.digest() + "\"}");
  }

  @Test
  void a_typed_number_and_the_right_face_activate_the_voucher() {
    hall.faceReply = matched(true);
    whenTheApplicationIsStarted();
    whenTheNumberIsTyped();
    whenConsentIsGiven();

    Step.Result result = screen.await(Step.Result.class);
    assertEquals("voucher.activated", result.notice().code());
    assertFalse(result.toString().contains(FakeHall.card().number()), result.toString());
    assertTrue(result.phone().orElseThrow().address().startsWith("https://"), result.toString());

    screen.answer("{\"choice\":\"print\"}");
    screen.await(Step.Paper.class, step -> step.phase() == Step.Paper.Phase.PRINTED);
    String paper = new String(hall.printed.getFirst(), Charset.forName("GBK"));
    assertTrue(paper.contains("已激活"));
    assertTrue(paper.contains("医保码"));
  }

  @Test
  void a_card_on_the_reader_saves_the_typing() {
    hall.faceReply = matched(false);
    whenTheApplicationIsStarted();
    screen.answer("{\"value\":\"reader\"}");
    hall.cards.lay(FakeHall.card());
    screen.confirm();
    whenConsentIsGiven();

    assertEquals("voucher.active-before", screen.await(Step.Result.class).notice().code());
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new FaceReply.NoMatch(), "face.no-match", true),
        Arguments.of(new FaceReply.NotLive(), "face.not-live", true),
        Arguments.of(new FaceReply.TooManyTries(), "face.too-many-tries", false),
        Arguments.of(new FaceReply.Unavailable("platform.timeout"), "face.unavailable", true));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void every_failure_has_its_sentence_and_its_way_on(
      FaceReply reply, String sentence, boolean again) {
    hall.faceReply = reply;
    whenTheApplicationIsStarted();
    whenTheNumberIsTyped();
    whenConsentIsGiven();

    Step.Eligibility told = screen.await(Step.Eligibility.class);
    assertEquals(sentence, told.notice().code());
    List<String> ways = told.choices().stream().map(Choice::id).toList();
    assertEquals(again, ways.contains("again"));

    if (again) {
      hall.faceReply = matched(true);
      screen.answer("{\"choice\":\"again\"}");
      screen.await(Step.Result.class);
    } else {
      screen.answer("{\"choice\":\"out\"}");
      screen.await(
          Step.class, step -> step instanceof Step.Attract || step instanceof Step.Goodbye);
    }
  }

  @Test
  void a_slip_in_the_number_is_named_before_any_face_is_looked_at() {
    whenTheApplicationIsStarted();
    screen.answer("{\"value\":\"keys\"}");

    screen.answer("{\"value\":\"110105194912310021\"}");

    Step.Question again = (Step.Question) screen.view().step();
    assertEquals("number", again.field());
    assertTrue(again.error().orElseThrow().contains("最后一位"));
  }

  @Test
  void other_halls_may_switch_it_on_as_a_service_of_their_own() {
    try (FakeHall other = new FakeHall("qinghai", data.resolve("other"), Keys.named("k1"))) {
      var service =
          other.site().region().services().stream()
              .filter(one -> one.id().equals("eVoucherApplication"))
              .findFirst()
              .orElseThrow();

      assertFalse(service.offered());
      assertTrue(
          service.item().reading().otherwise().notes().stream()
              .anyMatch(note -> note.contains("非清单事项")));
      assertTrue(
          Routes.canDo(
              service.item().reading().otherwise(),
              yibao.kiosk.catalog.Facts.of(other.site().pool()),
              other.site()));
    }
  }
}
