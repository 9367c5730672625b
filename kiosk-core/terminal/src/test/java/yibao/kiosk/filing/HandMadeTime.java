package yibao.kiosk.filing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import yibao.kiosk.calendar.Timekeeper;

/** Time that passes when a test says so; what has been ordered runs in its order. */
public final class HandMadeTime implements Timekeeper {
  private final Queue<Order> orders =
      new PriorityQueue<>(Comparator.comparing(Order::due).thenComparing(Order::number));
  private Instant now = Instant.parse("2026-03-02T02:00:00Z");
  private Duration wrong = Duration.ZERO;
  private int numbers;

  private record Order(Instant due, int number, Runnable task) {}

  @Override
  public synchronized Instant instant() {
    return now.plus(wrong);
  }

  @Override
  public synchronized long nanos() {
    return Duration.between(Instant.EPOCH, now).toNanos();
  }

  /** The clock on the wall jumps; what has been ordered still comes after its delay. */
  public synchronized void jump(Duration by) {
    wrong = wrong.plus(by);
  }

  @Override
  public synchronized Alarm after(Duration delay, Runnable task) {
    Order order = new Order(now.plus(delay), numbers++, task);
    orders.add(order);
    return () -> {
      synchronized (this) {
        orders.remove(order);
      }
    };
  }

  public void pass(Duration time) {
    Instant end = elapsed().plus(time);
    for (Order next = nextUntil(end); next != null; next = nextUntil(end)) {
      next.task().run();
    }
  }

  private synchronized Instant elapsed() {
    return now;
  }

  private synchronized Order nextUntil(Instant end) {
    Order next = orders.peek();
    if (next == null || next.due().isAfter(end)) {
      now = end;
      return null;
    }
    now = next.due();
    return orders.remove();
  }
}
