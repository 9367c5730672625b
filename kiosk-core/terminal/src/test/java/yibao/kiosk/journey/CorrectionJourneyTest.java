package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.journey.view.Step;
import yibao.sandbox.Mood;
import yibao.sandbox.ledger.LedgerFiling;
import yibao.sandbox.ledger.LedgerFiling.State;

/** A wrong entry of a filing is put right 更正, another day and elsewhere, while its state allows. */
class CorrectionJourneyTest {

  private static final String RIGHT = "13900139000";

  @TempDir private Path directory;
  private TwoHalls halls;
  private ProvinceVisits east;
  private ProvinceVisits west;

  @AfterEach
  void close() throws IOException {
    halls.close();
  }

  private void givenTwoTerminalsIn(String region) throws IOException {
    halls = new TwoHalls(region, directory);
    east = new ProvinceVisits(halls.east);
    west = new ProvinceVisits(halls.west);
  }

  private ServiceItem item(String link) {
    return halls.east.site().region().linked(link).getFirst();
  }

  /** Filed with a phone number that is wrong, and not decided. */
  private String givenAnUndecidedRelocation() throws IOException {
    halls.sandbox.mood(Mood.UNDECIDED);
    Step filed =
        east.files(
            item("relocation-resident"),
            Map.of("action", "file", "end", "", "phone", "13800138000"));
    east.leaves();
    halls.time.pass(Duration.ofDays(1));
    return ((Step.Result) filed).number().orElseThrow();
  }

  private Step.Answer whenOpened(ProvinceVisits there) {
    there.asks("progressQuery", Map.of("progressBy", "person"));
    there.screen.answer("{\"open\":\"0\"}");
    return there.screen.await(Step.Answer.class, s -> ProvinceVisits.offers(s, "list"));
  }

  private Step.Review whenItIsToBeCorrected(ProvinceVisits there, FakeHall hall) {
    assertTrue(ProvinceVisits.offers(whenOpened(there), "correct"));
    there.screen.answer("{\"choice\":\"correct\"}");
    there.screen.await(Step.class, step -> !(step instanceof Step.Answer));
    new Walker(hall, there.screen, Map.of()).walkTo(Step.Review.class);
    return (Step.Review) there.screen.view().step();
  }

  private static void whenChanged(ProvinceVisits there, String field, String value) {
    there.screen.answer("{\"change\":\"" + field + "\"}");
    there.screen.await(Step.Question.class, q -> q.field().equals(field));
    there.screen.answer("{\"value\":\"" + value + "\"}");
    there.screen.await(Step.Review.class);
  }

  private LedgerFiling filing(String number) {
    return halls.filed().stream()
        .filter(one -> one.number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"qinghai", "pingdingshan", "yantai", "ziyang", "gansu"})
  void a_wrong_phone_number_is_put_right_under_the_same_number_until_it_is_decided(String region)
      throws IOException {
    givenTwoTerminalsIn(region);
    String number = givenAnUndecidedRelocation();
    Map<String, String> before = new HashMap<>(filing(number).content());

    Step.Review review = whenItIsToBeCorrected(west, halls.west);
    assertTrue(review.toString().contains("138****8000"), review::toString);
    assertTrue(review.toString().contains("上海市"), review::toString);
    west.screen.answer("{\"submit\":true}");
    assertTrue(
        west.screen
            .await(Step.Review.class, s -> s.notice().isPresent())
            .toString()
            .contains("还没有改动"));
    whenChanged(west, "phone", RIGHT);
    Step.Result corrected = (Step.Result) west.goesOn(Map.of());

    assertEquals(Step.Result.Outcome.ACCEPTED, corrected.outcome(), corrected::toString);
    assertEquals(Optional.of(number), corrected.number());
    String paper = west.prints();
    assertTrue(paper.contains("更正：") && paper.contains(RIGHT), paper);
    assertTrue(paper.contains("已受理") && paper.contains(number), paper);
    west.leaves();
    before.put("tel", RIGHT);
    assertEquals(before, filing(number).content());
    assertEquals(State.ACCEPTED, filing(number).state());

    halls.sandbox.decide(number, State.FINISHED);
    Step.Answer decided = whenOpened(east);
    assertFalse(ProvinceVisits.offers(decided, "correct"));
    assertEquals("correction.not-here", decided.notice().orElseThrow().code());
    assertTrue(decided.notice().orElseThrow().text().contains("变更备案"));
  }

  @Test
  void what_the_platform_has_begun_to_examine_meanwhile_stays_as_it_is_and_the_screen_says_why()
      throws IOException {
    givenTwoTerminalsIn("gansu");
    String number = givenAnUndecidedRelocation();
    Map<String, String> before = filing(number).content();
    whenItIsToBeCorrected(west, halls.west);
    whenChanged(west, "phone", RIGHT);

    halls.sandbox.decide(number, State.IN_REVIEW);
    Step.Result refused = (Step.Result) west.goesOn(Map.of());

    assertEquals(Step.Result.Outcome.REFUSED, refused.outcome(), refused::toString);
    assertTrue(refused.toString().contains("不能更正"), refused::toString);
    assertEquals(before, filing(number).content());
  }

  @Test
  void an_end_is_taken_back_and_a_place_of_the_own_pool_is_refused_at_its_field()
      throws IOException {
    givenTwoTerminalsIn("qinghai");
    String number = givenAnUndecidedRelocation();
    whenItIsToBeCorrected(west, halls.west);
    whenChanged(west, "end", "2026-12-31");
    west.screen.answer("{\"change\":\"destination\"}");
    String own = halls.west.site().pool().admdvs().substring(0, 4) + "00";
    west.screen.answer("{\"value\":\"" + own + "\"}");
    Step.Question again = west.screen.await(Step.Question.class, q -> q.error().isPresent());
    assertTrue(again.error().orElseThrow().contains("不需要备案"), again::toString);
    west.screen.answer("{\"value\":\"310000\"}");
    west.screen.await(Step.Review.class);
    west.goesOn(Map.of());
    west.leaves();
    assertEquals(Optional.of("2026-12-31"), filing(number).field("enddate"));

    whenItIsToBeCorrected(east, halls.east);
    whenChanged(east, "end", "");
    east.goesOn(Map.of());

    assertEquals(Optional.empty(), filing(number).field("enddate"));
  }

  @Test
  void a_wrong_bank_account_of_an_accepted_reimbursement_is_put_right() throws IOException {
    givenTwoTerminalsIn("gansu");
    Step filed = east.files(item("inpatient-reimbursement"), way("inpatient-reimbursement"));
    String number = ((Step.Result) filed).number().orElseThrow();
    east.leaves();
    halls.time.pass(Duration.ofDays(1));

    whenItIsToBeCorrected(west, halls.west);
    whenChanged(west, "phone", RIGHT);
    Step.Result corrected = (Step.Result) west.goesOn(Map.of());

    assertEquals(Step.Result.Outcome.ACCEPTED, corrected.outcome(), corrected::toString);
    assertEquals(Optional.of(number), corrected.number());
    assertEquals(Optional.of(RIGHT), filing(number).field("phone"));
    assertTrue(west.prints().contains("更正："));
  }

  /** What to say so that this terminal accepts it by itself. */
  private Map<String, String> way(String link) {
    return item(link).reading().branches().stream()
        .filter(branch -> branch.intake() == Branch.Intake.ACCEPTED)
        .flatMap(branch -> Walker.wayTo(branch, item(link), halls.east).stream())
        .findFirst()
        .orElseThrow();
  }
}
