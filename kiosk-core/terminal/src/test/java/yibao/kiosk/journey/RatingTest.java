package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.StepKind;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.Rating;
import yibao.kiosk.record.StaffTask;
import yibao.kiosk.store.Keys;

/** A visit is rated once, by whoever cares to, and a bad rating reaches the hall's staff. */
class RatingTest {

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

  private void givenAQueryWasAnswered() {
    screen.begin(hall.site().region().linked("insured-query").getFirst());
    hall.cards.lay(FakeHall.card());
    screen.confirm();
  }

  private void givenTheQuestionForARating() {
    givenAQueryWasAnswered();
    screen.await(Step.Answer.class);
    screen.answer("{\"choice\":\"done\"}");
    assertEquals(StepKind.RATE, screen.view().step().kind());
  }

  @Test
  void five_levels_from_the_best_down_and_a_way_past_them() {
    givenTheQuestionForARating();

    Step.Rate rate = (Step.Rate) screen.view().step();
    assertEquals(
        List.of("非常满意", "满意", "基本满意", "不满意", "非常不满意"),
        rate.levels().stream().map(Step.Rate.Level::label).toList());
    assertEquals(List.of("skip"), rate.choices().stream().map(c -> c.id()).toList());
  }

  @Test
  void a_good_rating_is_kept_and_nobody_has_anything_to_do() {
    givenTheQuestionForARating();
    screen.answer("{\"level\":4}");

    assertEquals(StepKind.GOODBYE, screen.view().step().kind());
    Rating kept = hall.awaitRating();
    assertEquals(4, kept.level());
    assertEquals(List.of(), hall.ratings.openTasks());
  }

  @Test
  void
      a_bad_rating_is_a_task_within_fifteen_working_days_until_somebody_else_has_checked_the_remedy() {
    givenTheQuestionForARating();
    screen.answer("{\"level\":1}");
    Step.Rate why = (Step.Rate) screen.view().step();
    assertEquals(Step.Rate.Phase.REASONS, why.phase());
    assertTrue(why.notice().orElseThrow().text().contains("15 个工作日"));
    screen.answer("{\"reasons\":[\"difficult\",\"device\"]}");

    assertEquals(List.of("difficult", "device"), hall.awaitRating().reasons());
    StaffTask task = hall.ratings.openTasks().getFirst();
    // Monday 2 March 2026: 3–6, 9–13, 16–20, 23 March.
    assertEquals(LocalDate.of(2026, 3, 23), task.dueOn());
    assertFalse(hall.ratings.close(task.id(), "1002", hall.time.instant()), "nothing put right");
    assertTrue(hall.ratings.take(task.id(), "1001"));
    StaffTask.Remedy remedy = new StaffTask.Remedy("已改写操作提示", "1001", hall.time.instant());
    assertFalse(
        hall.ratings.remedy(
            task.id(), new StaffTask.Remedy("已改写操作提示", "1002", hall.time.instant())),
        "by whoever sees to it");
    assertTrue(hall.ratings.remedy(task.id(), remedy));
    assertEquals(Optional.of(remedy), hall.ratings.openTasks().getFirst().remedy());
    assertFalse(hall.ratings.close(task.id(), "1001", hall.time.instant()), "not their own");
    assertTrue(hall.ratings.sendBack(task.id(), "1002"));
    assertEquals(Optional.empty(), hall.ratings.openTasks().getFirst().remedy());
    assertTrue(hall.ratings.remedy(task.id(), remedy));
    assertTrue(hall.ratings.close(task.id(), "1002", hall.time.instant()));
    assertEquals(List.of(), hall.ratings.openTasks());
  }

  @Test
  void whoever_says_why_may_leave_a_number_and_nothing_is_closed_without_a_reply() {
    givenTheQuestionForARating();
    screen.answer("{\"level\":1}");
    screen.answer("{\"reasons\":[\"slow\"]}");
    Step.Rate asked = (Step.Rate) screen.view().step();
    assertEquals(Step.Rate.Phase.CONTACT, asked.phase());
    assertEquals(List.of("skip"), asked.choices().stream().map(c -> c.id()).toList());
    screen.answer("{\"phone\":\"23912345678\"}");
    assertEquals(
        "form.phone-start", ((Step.Rate) screen.view().step()).notice().orElseThrow().code());
    screen.answer("{\"phone\":\"13912345678\"}");
    assertEquals(StepKind.GOODBYE, screen.view().step().kind());

    StaffTask task = hall.awaitContact();
    assertTrue(hall.ratings.take(task.id(), "1001"));
    assertEquals(Optional.of("13912345678"), hall.ratings.contact(task.id(), "1001"));
    assertEquals(Optional.empty(), hall.ratings.contact(task.id(), "1002"), "not theirs to reply");
    StaffTask.Reply reply = new StaffTask.Reply("已说明", "1001", hall.time.instant());
    assertFalse(hall.ratings.reply(task.id(), reply), "nothing was put right yet");
    StaffTask.Remedy remedy = new StaffTask.Remedy("已改写操作提示", "1001", hall.time.instant());
    assertTrue(hall.ratings.remedy(task.id(), remedy));
    assertFalse(hall.ratings.close(task.id(), "1002", hall.time.instant()), "nobody has replied");
    assertTrue(hall.ratings.reply(task.id(), reply));
    assertTrue(hall.ratings.sendBack(task.id(), "1002"));
    assertTrue(hall.ratings.remedy(task.id(), remedy));
    assertFalse(hall.ratings.close(task.id(), "1002", hall.time.instant()), "to be replied anew");
    assertTrue(hall.ratings.reply(task.id(), reply));
    assertTrue(hall.ratings.close(task.id(), "1002", hall.time.instant()));
    assertEquals(Optional.empty(), hall.ratings.contact(task.id(), "1001"), "gone once closed");
  }

  @Test
  void a_number_is_never_on_the_disk_as_it_is_nor_after_its_time() throws Exception {
    givenTheQuestionForARating();
    screen.answer("{\"level\":2}");
    screen.answer("{\"reasons\":[]}");
    screen.answer("{\"phone\":\"13912345678\"}");
    StaffTask task = hall.awaitContact();
    hall.ratings.take(task.id(), "1001");

    try (var files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertFalse(
            Files.readString(file, StandardCharsets.ISO_8859_1).contains("13912345678"),
            file.toString());
      }
    }
    assertEquals(0, hall.ratings.forgetContacts(hall.time.instant()));
    assertEquals(1, hall.ratings.forgetContacts(hall.time.instant().plusMillis(1)));
    assertEquals(Optional.empty(), hall.ratings.contact(task.id(), "1001"));
    assertTrue(hall.ratings.openTasks().getFirst().awaitsReply(), "a reply is due all the same");
  }

  @Test
  void whoever_wants_no_reply_leaves_none_and_the_rating_is_kept() {
    givenTheQuestionForARating();
    screen.answer("{\"level\":2}");
    screen.answer("{\"reasons\":[\"slow\"]}");
    screen.answer("{\"choice\":\"skip\"}");

    assertEquals(StepKind.GOODBYE, screen.view().step().kind());
    assertEquals(List.of("slow"), hall.awaitRating().reasons());
    assertFalse(hall.ratings.openTasks().getFirst().awaitsReply());
  }

  private Step.Paper givenTheAnswerIsPrinted() {
    givenAQueryWasAnswered();
    screen.await(Step.Answer.class);
    screen.answer("{\"choice\":\"print\"}");
    return screen.await(Step.Paper.class, paper -> paper.phase() == Step.Paper.Phase.PRINTED);
  }

  @Test
  void whoever_has_their_paper_rates_on_the_same_screen() {
    Step.Paper paper = givenTheAnswerIsPrinted();
    assertEquals(5, paper.levels().size());
    screen.answer("{\"level\":5}");

    assertEquals(StepKind.GOODBYE, screen.view().step().kind());
    assertEquals(5, hall.awaitRating().level());
  }

  @Test
  void beside_the_paper_a_bad_rating_is_asked_for_its_reasons_too() {
    givenTheAnswerIsPrinted();
    screen.answer("{\"level\":2}");
    assertEquals(Step.Rate.Phase.REASONS, ((Step.Rate) screen.view().step()).phase());
    screen.answer("{\"reasons\":[\"slow\"]}");

    assertEquals(List.of("slow"), hall.awaitRating().reasons());
    assertEquals(1, hall.ratings.openTasks().size());
  }

  @Test
  void beside_the_paper_one_touch_goes_past_the_rating() {
    givenTheAnswerIsPrinted();
    screen.answer("{\"choice\":\"skip\"}");

    assertEquals(StepKind.GOODBYE, screen.view().step().kind());
    assertEquals(List.of(), hall.ratings.since(Instant.EPOCH));
  }

  @Test
  void a_copy_is_still_to_be_had_while_the_rating_is_asked() {
    givenTheAnswerIsPrinted();
    screen.answer("{\"choice\":\"again\"}");

    screen.await(
        Step.Paper.class,
        paper -> paper.phase() == Step.Paper.Phase.PRINTED && hall.printed.size() == 2);
  }

  @Test
  void five_taps_on_one_level_are_one_rating() {
    givenTheQuestionForARating();
    int revision = screen.view().revision();
    for (int tap = 0; tap < 5; tap++) {
      hall.journey()
          .answer(StepKind.RATE, revision, new ObjectMapper().createObjectNode().put("level", 5));
    }

    assertEquals(StepKind.GOODBYE, screen.view().step().kind());
    assertEquals(5, hall.awaitRating().level());
    assertEquals(1, hall.ratings.since(Instant.EPOCH).size());
  }

  @Test
  void whoever_walks_away_has_given_no_rating() {
    givenTheQuestionForARating();
    screen.answer("{\"level\":2}");
    hall.cards.lift();
    hall.time.pass(Duration.ofMinutes(2));

    assertEquals(StepKind.ATTRACT, screen.view().step().kind());
    assertEquals(List.of(), hall.ratings.since(Instant.EPOCH));
  }

  @Test
  void a_visit_that_failed_can_be_rated_too() {
    hall.personReply = new Reply.Unreachable<>("down");
    givenAQueryWasAnswered();
    screen.await(Step.Eligibility.class);
    screen.answer("{\"choice\":\"out\"}");

    assertEquals(StepKind.RATE, screen.view().step().kind());
  }

  @Test
  void what_is_rated_is_rated_once() {
    Rating first = new Rating("f1", "qinghai", 8, 5, List.of(), hall.time.instant());
    Rating second = new Rating("f1", "qinghai", 8, 1, List.of("slow"), hall.time.instant());

    assertTrue(hall.ratings.rate(first, LocalDate.of(2026, 3, 23)));
    assertEquals(false, hall.ratings.rate(second, LocalDate.of(2026, 3, 23)));
    assertEquals(5, hall.ratings.find("f1").orElseThrow().level());
    assertEquals(List.of(), hall.ratings.openTasks());
  }
}
