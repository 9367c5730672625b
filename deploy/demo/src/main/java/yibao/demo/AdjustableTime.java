package yibao.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import yibao.kiosk.calendar.Timekeeper;

/**
 * The machine's time, which can be moved on: alarms that fall due by that ring at once, in their
 * order.
 */
final class AdjustableTime implements Timekeeper, AutoCloseable {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Order> orders =
      new PriorityQueue<>(Comparator.comparingLong(Order::due).thenComparingLong(Order::number));
  private final Thread bell = Thread.ofPlatform().daemon().name("time").unstarted(this::ring);
  private long moved;
  private long numbers;

  /** Time as it is. */
  AdjustableTime() {
    bell.start();
  }

  private record Order(long due, long number, Runnable task) {}

  @Override
  public Instant instant() {
    lock.lock();
    try {
      return Instant.now().plusNanos(moved);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long nanos() {
    lock.lock();
    try {
      return now();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Alarm after(Duration delay, Runnable task) {
    lock.lock();
    try {
      Order order = new Order(now() + delay.toNanos(), numbers++, task);
      orders.add(order);
      changed.signalAll();
      return () -> cancel(order);
    } finally {
      lock.unlock();
    }
  }

  private void cancel(Order order) {
    lock.lock();
    try {
      orders.remove(order);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Moves time on second by second, so that what one alarm orders next still rings in its turn, and
   * returns when all that fell due has rung.
   */
  void advance(Duration by) {
    Duration left = by;
    while (left.isPositive()) {
      Duration step = left.compareTo(Duration.ofSeconds(1)) > 0 ? Duration.ofSeconds(1) : left;
      move(step).forEach(Runnable::run);
      left = left.minus(step);
    }
  }

  private List<Runnable> move(Duration step) {
    lock.lock();
    try {
      moved += step.toNanos();
      return due();
    } finally {
      lock.unlock();
    }
  }

  private List<Runnable> due() {
    List<Runnable> tasks = new ArrayList<>();
    while (!orders.isEmpty() && orders.peek().due() <= now()) {
      tasks.add(orders.remove().task());
    }
    return tasks;
  }

  private long now() {
    return System.nanoTime() + moved;
  }

  private void ring() {
    try {
      while (true) {
        next().forEach(task -> Thread.ofVirtual().name("alarm").start(task));
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Runnable> next() throws InterruptedException {
    lock.lock();
    try {
      List<Runnable> tasks = due();
      if (tasks.isEmpty()) {
        changed.awaitNanos(orders.isEmpty() ? Long.MAX_VALUE : orders.peek().due() - now());
      }
      return tasks;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    bell.interrupt();
  }
}
