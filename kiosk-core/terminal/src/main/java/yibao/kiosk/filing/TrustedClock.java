package yibao.kiosk.filing;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import yibao.kiosk.calendar.ClockCheck;
import yibao.kiosk.calendar.ClockCheck.Doubt;
import yibao.kiosk.calendar.ClockCheck.Evidence;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.store.Memory;
import yibao.kiosk.store.StoreFault;

/**
 * Judges the machine's clock by what the platform says, by the time this program was built, and by
 * the latest believable time, which it remembers over restarts.
 */
public final class TrustedClock implements ClockWitness {
  private static final String LAST_SEEN = "clock.last-seen";

  /** How often the disk hears of the time. */
  private static final Duration REMEMBERED_EVERY = Duration.ofMinutes(10);

  private final Timekeeper time;
  private final Instant built;
  private final Memory memory;

  private Optional<Instant> lastSeen;
  private Optional<PlatformTime> platform = Optional.empty();

  private record PlatformTime(Instant time, long nanos) {}

  /**
   * Takes up what an earlier run remembered.
   *
   * @param built when this program was built
   */
  public TrustedClock(Timekeeper time, Instant built, Memory memory) {
    this.time = time;
    this.built = built;
    this.memory = memory;
    this.lastSeen = memory.recall(LAST_SEEN).flatMap(TrustedClock::parse);
  }

  /** The platform has told the time, a moment ago. */
  public synchronized void platformSaid(Instant now) {
    platform = Optional.of(new PlatformTime(now, time.nanos()));
  }

  @Override
  public Optional<String> doubt() {
    Instant now = time.instant();
    Optional<Doubt> doubt;
    boolean worthKeeping;
    synchronized (this) {
      Optional<Duration> ahead =
          platform.map(
              said -> Duration.between(now, said.time().plusNanos(time.nanos() - said.nanos())));
      doubt = ClockCheck.doubt(now, new Evidence(built, lastSeen, ahead));
      worthKeeping = doubt.isEmpty() && news(now, ahead.isPresent());
    }
    if (worthKeeping) {
      remember(now);
    }
    return doubt.map(Doubt::code);
  }

  /** What the platform confirms replaces a later time that was believed wrongly. */
  private boolean news(Instant now, boolean confirmed) {
    boolean later = lastSeen.isEmpty() || now.isAfter(lastSeen.get().plus(REMEMBERED_EVERY));
    boolean corrected = confirmed && now.isBefore(lastSeen.orElse(now));
    return later || corrected;
  }

  /** Without the lock: a slow disk must not keep an answer of the platform from being read. */
  private void remember(Instant now) {
    try {
      memory.remember(LAST_SEEN, now.toString());
      synchronized (this) {
        lastSeen = Optional.of(now);
      }
    } catch (StoreFault fault) {
      System.getLogger(TrustedClock.class.getName())
          .log(
              System.Logger.Level.WARNING,
              "[clock.not-kept] cannot remember the time: {0}",
              fault.code());
    }
  }

  private static Optional<Instant> parse(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
