package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.kiosk.catalog.Assurance;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Task;
import yibao.kiosk.identity.SocialSecurityCard;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.Step.Identify.Phase;
import yibao.kiosk.platform.FaceChecks.FaceReply;
import yibao.kiosk.platform.PresentedCredential;
import yibao.kiosk.store.Keys;

/** A card somebody may have found shows neither illness nor money, and changes neither. */
class AssuranceJourneyTest {

  private static final int SETTLEMENTS = 903;

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

  static FaceReply matched() {
    return new FaceReply.Matched(
        new PresentedCredential.ElectronicVoucher(
            "token", FakeHall.card().number(), FakeHall.card().name(), "01"),
        false);
  }

  private static SocialSecurityCard socialSecurityCard() {
    return new SocialSecurityCard(
        "B90000001",
        "6301021D9D47191CE369C5F62307F3D4",
        "630102",
        Optional.of(LocalDate.of(2030, 1, 1)),
        Optional.of(
            new SocialSecurityCard.Holder(FakeHall.card().number(), FakeHall.card().name())));
  }

  private void whenSettlementsAreWanted() {
    hall.journey().start();
    screen.answer("{\"item\":" + SETTLEMENTS + "}");
    screen.await(Step.Brief.class);
    screen.answer("{\"choice\":\"start\"}");
  }

  private void whenTheIdentityCardIsShown() {
    hall.cards.lay(FakeHall.card());
    confirm();
  }

  private void whenTheSocialSecurityCardIsShown() {
    hall.slot.insert(socialSecurityCard());
    confirm();
  }

  private void confirm() {
    screen.confirm();
  }

  @Test
  void an_identity_card_alone_shows_no_settlement() {
    whenSettlementsAreWanted();
    whenTheIdentityCardIsShown();

    Step.Eligibility wanted = screen.await(Step.Eligibility.class);

    assertEquals("assurance.needed", wanted.notice().code());
    assertEquals(
        List.of("out", "other", "face"), wanted.choices().stream().map(Choice::id).toList());
  }

  @Test
  void a_face_that_matches_opens_the_way() {
    hall.faceReply = matched();
    whenSettlementsAreWanted();
    whenTheIdentityCardIsShown();
    screen.await(Step.Eligibility.class);

    screen.answer("{\"choice\":\"face\"}");

    assertEquals("period", screen.await(Step.Question.class).field());
  }

  static List<Arguments> faces() {
    return List.of(
        Arguments.of(new FaceReply.NoMatch(), "assurance.no-match"),
        Arguments.of(new FaceReply.NotLive(), "assurance.not-live"),
        Arguments.of(new FaceReply.TooManyTries(), "assurance.too-many-tries"),
        Arguments.of(new FaceReply.Unavailable("platform.timeout"), "assurance.unavailable"));
  }

  @ParameterizedTest
  @MethodSource("faces")
  void a_face_that_does_not_match_has_a_sentence_and_other_ways(FaceReply reply, String sentence) {
    hall.faceReply = reply;
    whenSettlementsAreWanted();
    whenTheIdentityCardIsShown();
    screen.await(Step.Eligibility.class);
    screen.answer("{\"choice\":\"face\"}");

    Step.Eligibility again =
        screen.await(Step.Eligibility.class, s -> s.notice().code().equals(sentence));
    assertEquals("other", again.choices().get(1).id());
    assertEquals(
        !(reply instanceof FaceReply.TooManyTries),
        again.choices().stream().anyMatch(way -> way.id().equals("face")));

    screen.answer("{\"choice\":\"other\"}");
    assertEquals(Phase.WAITING, screen.await(Step.Identify.class).phase());
    assertEquals(Optional.empty(), screen.view().person());
  }

  @Test
  void a_social_security_card_with_its_pin_is_enough_and_the_pin_is_never_shown_back() {
    whenSettlementsAreWanted();
    whenTheSocialSecurityCardIsShown();
    Step.Question pin = screen.await(Step.Question.class);
    assertEquals(Step.Question.InputKind.PIN, pin.input());

    screen.answer("{\"value\":\"111111\"}");
    Step.Question wrong = screen.await(Step.Question.class, s -> s.error().isPresent());
    assertTrue(wrong.error().orElseThrow().contains("1 次"));
    assertFalse(wrong.toString().contains("111111"));

    screen.answer("{\"value\":\"" + FakeSlot.PIN + "\"}");
    assertEquals(
        "period", screen.await(Step.Question.class, s -> !s.field().equals("pin")).field());
  }

  @Test
  void a_card_that_was_pulled_is_asked_for_again_and_a_blocked_one_leads_to_the_face() {
    whenSettlementsAreWanted();
    whenTheSocialSecurityCardIsShown();
    screen.await(Step.Question.class);
    hall.slot.pull();
    screen.answer("{\"value\":\"" + FakeSlot.PIN + "\"}");
    Step.Question gone = screen.await(Step.Question.class, s -> s.error().isPresent());
    assertTrue(gone.error().orElseThrow().contains("插回去"));

    hall.slot.insert(socialSecurityCard());
    screen.answer("{\"value\":\"111111\"}");
    screen.await(Step.Question.class, s -> s.error().filter(why -> why.contains("次")).isPresent());
    screen.answer("{\"value\":\"111111\"}");

    Step.Eligibility blocked = screen.await(Step.Eligibility.class);
    assertEquals("assurance.pin-blocked", blocked.notice().code());
  }

  @Test
  void a_pin_of_the_wrong_shape_uses_up_no_try() {
    whenSettlementsAreWanted();
    whenTheSocialSecurityCardIsShown();
    screen.await(Step.Question.class);

    for (int i = 0; i < 5; i++) {
      screen.answer("{\"value\":\"12x\"}");
    }
    screen.answer("{\"value\":\"" + FakeSlot.PIN + "\"}");

    assertEquals(
        "period", screen.await(Step.Question.class, s -> !s.field().equals("pin")).field());
  }

  @Test
  void who_does_not_know_the_pin_may_show_the_face() {
    hall.faceReply = matched();
    whenSettlementsAreWanted();
    whenTheSocialSecurityCardIsShown();
    screen.await(Step.Question.class);
    screen.answer("{\"value\":\"\"}");
    screen.await(Step.Eligibility.class);
    screen.answer("{\"choice\":\"face\"}");

    assertEquals(
        "period", screen.await(Step.Question.class, s -> !s.field().equals("pin")).field());
  }

  @Test
  void the_card_comes_out_of_the_slot_before_the_paper_comes_out_of_the_printer() {
    whenSettlementsAreWanted();
    whenTheSocialSecurityCardIsShown();
    screen.await(Step.Question.class);
    screen.answer("{\"value\":\"" + FakeSlot.PIN + "\"}");
    screen.await(Step.Question.class, s -> !s.field().equals("pin"));
    screen.answer("{\"value\":\"12\"}");
    screen.await(Step.Answer.class);
    screen.answer("{\"choice\":\"print\"}");

    Step.Eligibility first = screen.await(Step.Eligibility.class);
    assertEquals("paper.take-card-first", first.notice().code());
    assertTrue(hall.printed.isEmpty());

    hall.slot.pull();
    screen.await(Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PRINTED);
    assertEquals(1, hall.printed.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"qinghai", "pingdingshan", "yantai", "ziyang", "gansu"})
  void no_region_lets_a_card_alone_pay_out_or_change_what_is_on_record(String region) {
    List<Branch> branches =
        FakeHall.region(region).items().stream()
            .flatMap(item -> item.reading().branches().stream())
            .toList();

    for (Branch branch : branches) {
      Assurance wanted =
          switch (branch.task()) {
            case Task.Filing filing
                when filing.filing().matches("accountWithdrawal|employeeChange|residentChange") ->
                Assurance.PIN;
            case Task.Voucher _ -> Assurance.FACE;
            default -> Assurance.POSSESSION;
          };
      assertEquals(wanted, branch.assurance(), region + " " + branch.id());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"qinghai", "pingdingshan", "yantai", "ziyang", "gansu"})
  void no_hall_shows_medical_detail_or_gives_a_filing_back_to_a_card_alone(String region) {
    var services =
        FakeHall.region(region).services().stream()
            .flatMap(service -> service.item().reading().branches().stream())
            .toList();

    for (Branch branch : services) {
      switch (branch.task()) {
        case Task.Query query -> {
          Assurance wanted =
              query.query().matches("settlements|chronic") ? Assurance.PIN : Assurance.POSSESSION;
          assertEquals(wanted, branch.assurance(), region + " " + query.query());
          assertEquals(
              query.query().matches("filings|relocations")
                  ? Optional.of(Assurance.PIN)
                  : Optional.empty(),
              query.withdrawal(),
              region + " " + query.query());
        }
        case Task.Voucher _ -> assertEquals(Assurance.FACE, branch.assurance());
        default -> assertEquals(Assurance.POSSESSION, branch.assurance(), branch.toString());
      }
    }
  }
}
