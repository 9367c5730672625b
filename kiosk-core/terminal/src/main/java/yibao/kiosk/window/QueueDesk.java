package yibao.kiosk.window;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The hall's queue 排队叫号: gives numbers for its windows. Where a hall has none, nobody is given a
 * number; none is ever made up.
 */
public interface QueueDesk {

  /** No queue is connected. */
  QueueDesk NONE =
      new QueueDesk() {
        @Override
        public boolean connected() {
          return false;
        }

        @Override
        public Answer take(Request request) {
          return new Answer.Closed();
        }
      };

  /** Whether the hall has a queue that numbers can be taken of. */
  default boolean connected() {
    return true;
  }

  /** Takes a number; asked again with the same key it is the same number. May take seconds. */
  Answer take(Request request);

  /**
   * What the number is for. Nothing in it names a person.
   *
   * @param key made by whoever asks, the same however often it is asked
   * @param terminal number of the terminal
   * @param item name of the item, as the region's list has it
   * @param filing number of the filing the window goes on with, where there is one
   */
  record Request(String key, String terminal, String item, Optional<String> filing) {}

  /**
   * A number 排队号 or an appointment 预约.
   *
   * @param number as it is called out, e.g. A017
   * @param counter the window, e.g. 3号窗口
   * @param ahead how many wait before it, where the queue says so
   * @param from when to come, for an appointment
   */
  record Ticket(String number, String counter, OptionalInt ahead, Optional<LocalDateTime> from) {}

  /** What asking came to. */
  sealed interface Answer {
    /** A number. */
    record Taken(Ticket ticket) implements Answer {}

    /** The queue gives no more numbers today. */
    record Closed() implements Answer {}

    /** Nobody knows: it could not be asked, or did not answer in time. */
    record Unreachable() implements Answer {}
  }
}
