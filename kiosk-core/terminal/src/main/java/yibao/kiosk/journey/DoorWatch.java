package yibao.kiosk.journey;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.journey.visit.Doors;
import yibao.kiosk.journey.visit.Facilities;

/** Tells when the doors may have turned: by staff at once, by the clock when it is time. */
final class DoorWatch {

  /** A clock that was set meanwhile is noticed this late at most. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Doors doors;
  private final Facilities facilities;
  private final Runnable turned;
  private Optional<Timekeeper.Alarm> alarm = Optional.empty();

  /** A watch that begins now. */
  DoorWatch(Doors doors, Facilities facilities, Runnable turned) {
    this.doors = doors;
    this.facilities = facilities;
    this.turned = turned;
    doors.tell(this::look);
    order();
  }

  private void look() {
    turned.run();
    order();
  }

  private synchronized void order() {
    alarm.ifPresent(Timekeeper.Alarm::cancel);
    LocalDateTime now = facilities.now();
    alarm =
        doors
            .turns(now)
            .map(turn -> Duration.between(now, turn))
            .map(left -> left.compareTo(LONGEST) > 0 ? LONGEST : left)
            .map(left -> facilities.time().after(left, this::look));
  }
}
