package yibao.kiosk.journey;

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
import yibao.kiosk.journey.view.Language;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.View;

class HelpBellTest {
  private static final Step ATTRACT = new Step.Attract(Optional.empty(), Optional.empty());
  private static final Step CHOOSE = new Step.Choose(Optional.empty());

  private final HandMadeTime time = new HandMadeTime();
  private final HelpBell bell = new HelpBell(time);
  private final List<Optional<HelpBell.Call>> heard = new ArrayList<>();

  HelpBellTest() {
    bell.listen(() -> heard.add(bell.call()));
  }

  @Test
  void a_call_is_since_it_was_first_made_however_often_the_button_is_pressed() {
    Instant first = time.instant();
    bell.ring();
    time.pass(Duration.ofMinutes(2));
    bell.ring();
    assertEquals(List.of(Optional.of(new HelpBell.Call(first, Optional.empty()))), heard);
  }

  @Test
  void the_first_who_comes_stays_named_until_it_is_over() {
    bell.ring();
    assertTrue(bell.coming("1001"));
    assertTrue(bell.coming("1002"));
    assertEquals(Optional.of("1001"), bell.call().flatMap(HelpBell.Call::by));
    bell.over();
    assertEquals(Optional.empty(), bell.call());
    assertEquals(3, heard.size());
  }

  @Test
  void nobody_comes_where_nobody_calls() {
    assertFalse(bell.coming("1001"));
    assertEquals(List.of(), heard);
  }

  @Test
  void a_call_ends_with_the_visit_it_was_made_in() {
    see(CHOOSE);
    bell.ring();
    see(ATTRACT);
    assertEquals(Optional.empty(), bell.call());
  }

  @Test
  void a_call_made_before_the_welcome_goes_on_into_the_visit() {
    see(ATTRACT);
    bell.ring();
    see(ATTRACT);
    see(CHOOSE);
    assertTrue(bell.call().isPresent());
  }

  private void see(Step step) {
    bell.heard(
        new JourneyEvent.ViewChanged(
            new View(
                1,
                step,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Language.CHINESE)));
  }
}
