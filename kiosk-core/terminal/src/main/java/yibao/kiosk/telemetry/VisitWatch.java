package yibao.kiosk.telemetry;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.journey.JourneyEvent;
import yibao.kiosk.journey.view.StepKind;
import yibao.kiosk.journey.view.View;
import yibao.telemetry.Happening;

/**
 * Sees visits begin and end, and nothing of what is in them. Called under the journey's lock: only
 * remembers and hands over.
 */
final class VisitWatch implements Consumer<JourneyEvent> {
  private static final long NANOS = 1_000_000_000L;
  private static final int LONGEST_NAME = 100;

  private final Timekeeper time;
  private final Consumer<Happening> ended;
  private final Runnable changed;
  private Optional<Seen> seen = Optional.empty();
  private volatile boolean underWay;

  /**
   * What is remembered of the visit under way.
   *
   * @param waited nanoseconds of it in which somebody waited, those since {@code waits} not among
   *     them
   * @param waits since when somebody waits
   */
  private record Seen(
      long begun,
      Optional<View.ItemChip> item,
      boolean reachedEnd,
      StepKind lastStep,
      long waited,
      Optional<Long> waits) {

    long waitedUntil(long now) {
      return waited + waits.map(since -> now - since).orElse(0L);
    }
  }

  /**
   * @param ended hears of each visit that is over
   * @param changed told when a visit begins or ends
   */
  VisitWatch(Timekeeper time, Consumer<Happening> ended, Runnable changed) {
    this.time = time;
    this.ended = ended;
    this.changed = changed;
  }

  /** Whether somebody is using the terminal. */
  boolean underWay() {
    return underWay;
  }

  @Override
  public void accept(JourneyEvent event) {
    if (event instanceof JourneyEvent.ViewChanged(View view)) {
      switch (view.step().kind()) {
        case ATTRACT -> end();
        case GOODBYE, STAFF -> {
          // It says nothing of how a visit went, where there is one at all.
        }
        default -> see(view);
      }
    }
  }

  private void see(View view) {
    StepKind step = view.step().kind();
    boolean end = step == StepKind.ANSWER || step == StepKind.RESULT || step == StepKind.PAPER;
    Optional<View.ItemChip> item = view.item();
    // Whoever goes on to another item without leaving has ended with the one before.
    seen.filter(before -> before.item().isPresent() && item.isPresent())
        .filter(before -> before.item().get().seq() != item.get().seq())
        .ifPresent(
            before -> {
              report(before);
              seen = Optional.empty();
            });
    long now = time.nanos();
    Seen before =
        seen.orElseGet(() -> new Seen(now, Optional.empty(), false, step, 0, Optional.empty()));
    seen =
        Optional.of(
            new Seen(
                before.begun(),
                item.or(before::item),
                before.reachedEnd() || end,
                before.reachedEnd() ? before.lastStep() : step,
                before.waitedUntil(now),
                step == StepKind.WAIT ? Optional.of(now) : Optional.empty()));
    if (!underWay) {
      underWay = true;
      changed.run();
    }
  }

  private void end() {
    seen.ifPresent(this::report);
    seen = Optional.empty();
    if (underWay) {
      underWay = false;
      changed.run();
    }
  }

  private void report(Seen visit) {
    long now = time.nanos();
    ended.accept(
        new Happening.VisitEnded(
            visit.item().map(View.ItemChip::seq),
            visit.item().map(View.ItemChip::name).map(VisitWatch::clipped),
            visit.reachedEnd(),
            visit.lastStep().name().toLowerCase(Locale.ROOT),
            (int) ((now - visit.begun()) / NANOS),
            Optional.of((int) (visit.waitedUntil(now) / NANOS))));
  }

  private static String clipped(String name) {
    return name.substring(0, Math.min(LONGEST_NAME, name.length()));
  }
}
