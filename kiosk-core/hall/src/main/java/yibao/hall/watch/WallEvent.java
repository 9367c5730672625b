package yibao.hall.watch;

import yibao.hall.fleet.Alarm;
import yibao.hall.fleet.PlacedOrder;
import yibao.hall.fleet.TerminalCard;

/** What the wall hears without asking. */
public sealed interface WallEvent {
  /** A terminal is otherwise than before, or is new. */
  record Terminal(TerminalCard card) implements WallEvent {}

  /** An alarm was raised, seen or is over. */
  record AlarmChanged(Alarm alarm) implements WallEvent {}

  /** An order was placed or answered. */
  record OrderChanged(PlacedOrder order) implements WallEvent {}

  /** Work orders changed; so many are open now. */
  record WorkOrders(int open) implements WallEvent {}

  /** Whether the broker is there. */
  record Broker(boolean there) implements WallEvent {}
}
