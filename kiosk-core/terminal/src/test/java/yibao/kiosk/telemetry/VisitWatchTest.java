package yibao.kiosk.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yibao.kiosk.filing.HandMadeTime;
import yibao.kiosk.journey.JourneyEvent;
import yibao.kiosk.journey.view.Language;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.View;
import yibao.telemetry.Happening;

class VisitWatchTest {
  private static final Step ATTRACT = new Step.Attract(Optional.empty(), Optional.empty());
  private static final Step CHOOSE = new Step.Choose(Optional.empty());
  private static final Step ANSWER =
      new Step.Answer("标题", List.of(), Optional.empty(), Optional.empty(), List.of());
  private static final Step REFUSED =
      new Step.Eligibility(new Notice("x", "不能办理", Notice.Tone.INFO), List.of(), List.of());

  private static final Step WAIT =
      new Step.Wait(Step.Wait.Doing.LOOKUP, "请稍候", Instant.EPOCH, List.of());

  private static final Optional<String> NAME = Optional.of("事项");
  private static final Optional<Integer> NOT_AT_ALL = Optional.of(0);

  private final HandMadeTime time = new HandMadeTime();
  private final List<Happening> heard = new ArrayList<>();
  private final List<Boolean> changes = new ArrayList<>();
  private final VisitWatch watch = new VisitWatch(time, heard::add, this::changed);

  private void changed() {
    changes.add(true);
  }

  @Test
  void a_visit_that_got_its_answer_ends_well() {
    see(ATTRACT, 0);
    see(CHOOSE, 0);
    time.pass(Duration.ofSeconds(42));
    see(ANSWER, 7);
    see(ATTRACT, 0);
    assertEquals(
        List.of(new Happening.VisitEnded(Optional.of(7), NAME, true, "answer", 42, NOT_AT_ALL)),
        heard);
  }

  @Test
  void where_somebody_gave_up_is_told() {
    see(CHOOSE, 0);
    see(REFUSED, 7);
    see(ATTRACT, 0);
    assertEquals(
        List.of(
            new Happening.VisitEnded(Optional.of(7), NAME, false, "eligibility", 0, NOT_AT_ALL)),
        heard);
  }

  @Test
  void two_items_in_one_visit_are_two_endings() {
    see(ANSWER, 7);
    see(CHOOSE, 0);
    see(REFUSED, 9);
    see(ATTRACT, 0);
    assertEquals(
        List.of(
            new Happening.VisitEnded(Optional.of(7), NAME, true, "answer", 0, NOT_AT_ALL),
            new Happening.VisitEnded(Optional.of(9), NAME, false, "eligibility", 0, NOT_AT_ALL)),
        heard);
  }

  @Test
  void how_long_somebody_waited_is_told_of_each_item_by_itself() {
    see(CHOOSE, 0);
    time.pass(Duration.ofSeconds(20));
    see(WAIT, 7);
    time.pass(Duration.ofSeconds(3));
    see(WAIT, 7);
    time.pass(Duration.ofSeconds(4));
    see(ANSWER, 7);
    time.pass(Duration.ofSeconds(60));
    see(WAIT, 9);
    time.pass(Duration.ofSeconds(5));
    see(ATTRACT, 0);
    assertEquals(
        List.of(
            new Happening.VisitEnded(Optional.of(7), NAME, true, "answer", 87, Optional.of(7)),
            new Happening.VisitEnded(Optional.of(9), NAME, false, "wait", 5, Optional.of(5))),
        heard);
  }

  @Test
  void somebody_is_there_from_the_first_step_to_the_last() {
    see(ATTRACT, 0);
    assertFalse(watch.underWay());
    see(CHOOSE, 0);
    assertTrue(watch.underWay());
    see(ATTRACT, 0);
    assertFalse(watch.underWay());
    assertEquals(2, changes.size());
  }

  private void see(Step step, int item) {
    watch.accept(
        new JourneyEvent.ViewChanged(
            new View(
                1,
                step,
                Optional.of(new View.PersonChip("王*明", "0011")),
                Optional.empty(),
                item == 0 ? Optional.empty() : Optional.of(new View.ItemChip(item, "事项", "主项")),
                Optional.empty(),
                false,
                Language.CHINESE)));
  }
}
