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
import org.junit.jupiter.params.provider.CsvSource;
import yibao.kiosk.identity.SocialSecurityCard;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.Step.Identify.Accepted;
import yibao.kiosk.journey.view.Step.Identify.Phase;
import yibao.kiosk.journey.view.StepKind;
import yibao.kiosk.platform.PresentedCredential;
import yibao.kiosk.platform.Vouchers.VoucherRead;
import yibao.kiosk.store.Keys;

class IdentifyTest {

  private static final String REGION = "qinghai";
  private static final String VOUCHER = "4243754826492874240001630000";

  @TempDir private Path data;
  private FakeHall hall;
  private Screen screen;

  @BeforeEach
  void givenSomebodyWhoAsksForTheirInsurance() {
    hall = new FakeHall(REGION, data, Keys.named("k1"));
    screen = new Screen(hall.journey());
    int item = FakeHall.region(REGION).linked("insured-query").getFirst().seq();
    hall.journey().start();
    screen.answer("{\"item\":" + item + "}");
    screen.await(Step.Brief.class);
    screen.answer("{\"choice\":\"start\"}");
    screen.await(Step.Identify.class);
  }

  @AfterEach
  void close() {
    hall.close();
  }

  private static SocialSecurityCard card(
      Optional<SocialSecurityCard.Holder> holder, LocalDate expires) {
    return new SocialSecurityCard(
        "A12345678", "63010000D15600000500000000000001", "630100", Optional.of(expires), holder);
  }

  private static SocialSecurityCard cardOfTheThirdGeneration() {
    return card(Optional.empty(), LocalDate.of(2036, 1, 1));
  }

  private static SocialSecurityCard cardThatNames(String name) {
    return card(
        Optional.of(new SocialSecurityCard.Holder(FakeHall.card().number(), name)),
        LocalDate.of(2036, 1, 1));
  }

  private Step.Identify thenItFailsBecause(String code) {
    Step.Identify step =
        screen.await(
            Step.Identify.class,
            s -> s.phase() == Phase.FAILED && code.equals(s.notice().map(Notice::code).orElse("")));
    assertFalse(step.notice().orElseThrow().text().contains("{"));
    return step;
  }

  @Test
  void every_credential_the_item_accepts_is_asked_for() {
    assertEquals(
        List.of(Accepted.ID_CARD, Accepted.SS_CARD, Accepted.E_VOUCHER),
        screen.await(Step.Identify.class).accepts());
    assertTrue(hall.scanner.lit());
  }

  @Test
  void a_social_security_card_that_names_its_holder_is_confirmed_before_anything_is_asked() {
    hall.slot.insert(cardThatNames(FakeHall.card().name()));

    screen.await(Step.Identify.class, s -> s.phase() == Phase.CONFIRM);
    assertEquals("0021", screen.view().person().orElseThrow().idTail());
    assertFalse(hall.scanner.lit(), "the light is out once a credential was accepted");

    screen.answer("{\"me\":true}");
    screen.await(Step.Answer.class);
  }

  @Test
  void a_card_that_names_nobody_is_confirmed_once_the_platform_has_said_whose_it_is() {
    hall.slot.insert(cardOfTheThirdGeneration());

    screen.await(Step.Identify.class, s -> s.phase() == Phase.CONFIRM);
    assertEquals("0021", screen.view().person().orElseThrow().idTail());
    assertFalse(screen.view().canGoBack(), "no way round the question whose card it is");

    screen.answer("{\"me\":true}");
    screen.await(Step.Answer.class);
  }

  @Test
  void who_disowns_such_a_card_stands_before_the_readers_again() {
    hall.slot.insert(cardOfTheThirdGeneration());
    screen.await(Step.Identify.class, s -> s.phase() == Phase.CONFIRM);

    screen.answer("{\"me\":false}");

    screen.await(Step.Identify.class, s -> s.phase() == Phase.WAITING);
    assertEquals(Optional.empty(), screen.view().person());
    hall.cards.lay(FakeHall.card());
    screen.await(Step.Identify.class, s -> s.phase() == Phase.CONFIRM);
  }

  @Test
  void a_card_of_somebody_else_than_the_platform_knows_goes_no_further() {
    hall.slot.insert(cardThatNames("张三"));
    screen.confirm();

    assertEquals("eligibility.name-differs", screen.await(Step.Eligibility.class).notice().code());
  }

  @Test
  void an_expired_social_security_card_is_refused_and_another_credential_taken() {
    hall.slot.insert(card(Optional.empty(), LocalDate.of(2020, 1, 1)));
    thenItFailsBecause("ss-card.expired");

    hall.cards.lay(FakeHall.card());

    screen.await(Step.Identify.class, s -> s.phase() == Phase.CONFIRM);
  }

  @Test
  void a_card_that_is_no_social_security_card_is_told_from_a_mute_one() {
    hall.slot.fail("ss-card-wrong");
    thenItFailsBecause("ss-card-wrong");

    hall.slot.fail("ss-card-mute");
    thenItFailsBecause("ss-card-mute");
  }

  @Test
  void an_e_voucher_is_decoded_and_confirmed() {
    hall.voucherRead =
        new VoucherRead.Decoded(
            new PresentedCredential.ElectronicVoucher(
                "630100ec0", FakeHall.card().number(), FakeHall.card().name(), "01"));

    hall.scanner.hold(VOUCHER);

    screen.confirm();
    screen.await(Step.Answer.class);
  }

  @Test
  void an_expired_e_voucher_is_refused_and_a_fresh_one_taken_without_touching_the_screen() {
    hall.scanner.hold(VOUCHER);
    thenItFailsBecause("code.expired");

    an_e_voucher_is_decoded_and_confirmed();
  }

  @ParameterizedTest
  @CsvSource({
    "134567890123456789, code.payment",
    "280012345678901234, code.payment",
    "https://health.example/code?x=1, code.health",
    "https://shop.example/x, code.web-address",
    "ABC, code.other"
  })
  void every_wrong_kind_of_code_has_a_sentence_of_its_own(String text, String code) {
    hall.scanner.hold(text);

    thenItFailsBecause(code);
  }

  @Test
  void where_vouchers_cannot_be_decoded_another_credential_is_asked_for() {
    hall.voucherRead = new VoucherRead.Unreachable("platform.down");
    hall.scanner.hold(VOUCHER);

    thenItFailsBecause("code.unreachable");
  }

  @Test
  void a_social_security_card_left_in_the_slot_holds_the_good_bye() {
    hall.slot.insert(cardOfTheThirdGeneration());
    screen.await(Step.Identify.class, s -> s.phase() == Phase.CONFIRM);

    hall.journey().leave();
    assertTrue(screen.await(Step.Goodbye.class).takeCard());

    hall.slot.pull();
    assertFalse(screen.await(Step.Goodbye.class, s -> !s.takeCard()).takeCard());
    screen.answer("{\"choice\":\"done\"}");
    assertEquals(StepKind.ATTRACT, screen.view().step().kind());
  }
}
