package yibao.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import yibao.kiosk.app.GlassConfig.Orientation;

/** Panels of the trade and where people stand; the figures are worked out from the standards. */
class GlassConfigTest {

  @Test
  void of_a_large_upright_panel_the_lower_half_is_within_reach() {
    GlassConfig glass = new GlassConfig(Orientation.PORTRAIT, 43, 725, 600);

    assertEquals(952, glass.height(), 1);
    assertEquals(0.52, glass.withinReach(), 0.005);
  }

  @Test
  void a_panel_across_at_a_desk_is_within_reach_as_a_whole() {
    assertEquals(1, new GlassConfig(Orientation.LANDSCAPE, 21.5, 800, 600).withinReach());
  }

  @Test
  void a_panel_hung_above_the_reach_has_nothing_within_it() {
    assertEquals(0, new GlassConfig(Orientation.PORTRAIT, 21.5, 1219, 600).withinReach(), 0.01);
  }

  @Test
  void a_panel_hung_so_high_that_controls_lie_out_of_reach_says_by_how_much() {
    // A picture of 476 mm: its lowest 42 % reach from 1,020.1 to 1,220 mm.
    assertEquals(0, new GlassConfig(Orientation.PORTRAIT, 21.5, 1020, 600).tooHigh());
    assertEquals(1, new GlassConfig(Orientation.PORTRAIT, 21.5, 1021, 600).tooHigh());
    // A picture of 535 mm: 73.5 % of it are 393.5 mm.
    assertEquals(0, new GlassConfig(Orientation.LANDSCAPE, 43, 826, 600).tooHigh());
    assertEquals(74, new GlassConfig(Orientation.LANDSCAPE, 43, 900, 600).tooHigh());
  }

  @Test
  void the_text_drawn_is_large_enough_for_the_densest_panel_at_the_usual_distance() {
    assertEquals(1, new GlassConfig(Orientation.PORTRAIT, 21.5, 900, 600).textScale());
  }

  @Test
  void whoever_stands_farther_off_gets_larger_text() {
    // 0.7° at 700 mm are 47 px of this panel; 42 px are drawn.
    assertEquals(
        47 / 42.0, new GlassConfig(Orientation.PORTRAIT, 21.5, 900, 700).textScale(), 0.01);
  }
}
