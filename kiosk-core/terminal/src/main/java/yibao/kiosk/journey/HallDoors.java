package yibao.kiosk.journey;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import yibao.kiosk.calendar.OpeningHours;
import yibao.kiosk.calendar.OpeningHours.Standing;
import yibao.kiosk.journey.attend.Attendance;
import yibao.kiosk.journey.visit.Doors;
import yibao.kiosk.store.Memory;

/** The doors of a hall with hours, and of a terminal its staff may take out of service. */
public final class HallDoors implements Doors, Attendance.Service {

  private static final String CLOSURE = "doors.closure";
  private static final String SEPARATOR = "\n";
  private static final String NO_END = "-";
  private static final int LONGEST_REASON = 30;

  private final Optional<OpeningHours> hours;
  private final Predicate<LocalDate> workingDay;
  private final Memory memory;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Optional<Closure> closure;

  /**
   * Out of service 暂停服务.
   *
   * @param reason in 1 to 30 characters, as people are to read it
   * @param until when it is over by itself; empty until staff open it again
   */
  public record Closure(String reason, Optional<LocalDateTime> until) {
    public Closure {
      if (reason.isBlank() || reason.length() > LONGEST_REASON || reason.contains(SEPARATOR)) {
        throw new IllegalArgumentException("原因要写 1 到 30 个字，不换行");
      }
    }

    private static Closure of(String remembered) {
      String[] lines = remembered.split(SEPARATOR, 2);
      return new Closure(
          lines[1],
          lines[0].equals(NO_END) ? Optional.empty() : Optional.of(LocalDateTime.parse(lines[0])));
    }

    private String remembered() {
      return until.map(LocalDateTime::toString).orElse(NO_END) + SEPARATOR + reason;
    }

    private boolean isOver(LocalDateTime now) {
      return until.filter(end -> !now.isBefore(end)).isPresent();
    }
  }

  /**
   * Doors as they were left before the terminal last stopped; blocks on the disk.
   *
   * @param hours the hall's; without them it is open day and night
   * @param workingDay whether a day is a working day 工作日
   */
  public HallDoors(Optional<OpeningHours> hours, Predicate<LocalDate> workingDay, Memory memory) {
    this.hours = hours;
    this.workingDay = workingDay;
    this.memory = memory;
    this.closure = memory.recall(CLOSURE).filter(text -> !text.isEmpty()).map(Closure::of);
  }

  /** Nobody may begin from now on; whoever is in a visit finishes it. Blocks on the disk. */
  public void close(Closure why) {
    memory.remember(CLOSURE, why.remembered());
    closure = Optional.of(why);
    listeners.forEach(Runnable::run);
  }

  /** Back in service, within the hall's hours. Blocks on the disk. */
  public void open() {
    memory.remember(CLOSURE, "");
    closure = Optional.empty();
    listeners.forEach(Runnable::run);
  }

  @Override
  public Optional<String> paused() {
    return closure.map(Closure::reason);
  }

  @Override
  public void pause(String reason) {
    close(new Closure(reason, Optional.empty()));
  }

  @Override
  public void resume() {
    open();
  }

  @Override
  public Optional<Shut> shut(LocalDateTime now) {
    Optional<Shut> byStaff =
        closure(now).map(it -> new Shut(Why.OUT_OF_SERVICE, it.reason(), it.until()));
    return byStaff.or(
        () ->
            hours
                .map(it -> it.at(now, workingDay))
                .filter(Standing.Shut.class::isInstance)
                .map(Standing.Shut.class::cast)
                .map(it -> new Shut(Why.OUT_OF_HOURS, it.reason(), it.opens())));
  }

  @Override
  public Optional<LocalDateTime> turns(LocalDateTime now) {
    Optional<LocalDateTime> byHours =
        hours.flatMap(
            it ->
                switch (it.at(now, workingDay)) {
                  case Standing.Open(LocalDateTime until) -> Optional.of(until);
                  case Standing.Shut(Optional<LocalDateTime> opens, _) -> opens;
                });
    return Stream.of(byHours, closure(now).flatMap(Closure::until))
        .flatMap(Optional::stream)
        .min(LocalDateTime::compareTo);
  }

  @Override
  public void tell(Runnable changed) {
    listeners.add(changed);
  }

  private Optional<Closure> closure(LocalDateTime now) {
    return closure.filter(it -> !it.isOver(now));
  }
}
