package yibao.kiosk.journey;

import yibao.kiosk.journey.view.View;

/** What the screen hears without asking. */
public sealed interface JourneyEvent {

  /** The view has changed. */
  record ViewChanged(View view) implements JourneyEvent {}

  /**
   * The idle warning counts down.
   *
   * @param secondsLeft whole seconds to the wipe; 0 takes the warning back
   */
  record Idle(int secondsLeft) implements JourneyEvent {}
}
