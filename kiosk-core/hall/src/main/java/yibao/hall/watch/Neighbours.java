package yibao.hall.watch;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.hall.fleet.Alarm;
import yibao.hall.fleet.PlacedOrder;
import yibao.hall.store.HallStore;

/**
 * What other monitors changed in the store they share with this one: reports go to one of them
 * only, and staff act at any. Belongs to the watch's thread.
 */
final class Neighbours {
  /** An order is answered within minutes or never. */
  private static final Duration ORDERS_CHANGE = Duration.ofMinutes(10);

  private Map<Long, PlacedOrder> orders = Map.of();

  /** Alarms that are otherwise than this monitor has them, those that are over among them. */
  List<Alarm> alarms(HallStore store, Map<Long, Alarm> known, Instant now) throws SQLException {
    Map<Long, Alarm> gone = new HashMap<>(known);
    List<Alarm> changed = new ArrayList<>();
    for (Alarm standing : store.standing()) {
      if (!standing.equals(gone.remove(standing.id()))) {
        changed.add(standing);
      }
    }
    gone.values().forEach(alarm -> changed.add(over(alarm, now)));
    return changed;
  }

  /** Orders that are otherwise than at the last look. */
  List<WallEvent> orders(HallStore store, Instant now) throws SQLException {
    List<WallEvent> events = new ArrayList<>();
    Map<Long, PlacedOrder> latest = new HashMap<>();
    for (PlacedOrder placed : store.orders().since(now.minus(ORDERS_CHANGE))) {
      long number = placed.order().number();
      latest.put(number, placed);
      if (!placed.equals(orders.get(number))) {
        events.add(new WallEvent.OrderChanged(placed));
      }
    }
    orders = latest;
    return events;
  }

  private static Alarm over(Alarm alarm, Instant now) {
    return new Alarm(
        alarm.id(),
        alarm.of(),
        alarm.finding(),
        alarm.first(),
        alarm.last(),
        alarm.count(),
        alarm.acknowledged(),
        Optional.of(now));
  }
}
