package yibao.kiosk.telemetry;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.PublicKey;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import yibao.kiosk.store.Memory;
import yibao.telemetry.DefaultsSeal;
import yibao.telemetry.HallDefaults;
import yibao.telemetry.Happening;
import yibao.telemetry.Happening.DefaultsAnswered.Outcome;
import yibao.telemetry.Message;

/**
 * Hands the hall's defaults on: those that are the hall's, for it, and newer than the last. A
 * broker that keeps an older message, or somebody who sends one again, changes nothing.
 */
final class DefaultsPost implements AutoCloseable {
  private static final Logger LOG = System.getLogger(DefaultsPost.class.getName());
  private static final String LAST = "defaults.last";
  private static final int MOST_WAITING = 4;

  private final String hall;
  private final PublicKey key;
  private final Memory memory;
  private final DefaultsTaker taker;
  private final Forgeries forgeries;
  private final Consumer<Happening> told;
  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          Thread.ofVirtual().name("defaults").factory());

  /**
   * @param hall id of the terminal's hall
   * @param key what its defaults are signed with
   * @param memory keeps the number of the last
   * @param forgeries hears of what is not the hall's
   * @param told hears what became of them
   */
  DefaultsPost(
      String hall,
      PublicKey key,
      Memory memory,
      DefaultsTaker taker,
      Forgeries forgeries,
      Consumer<Happening> told) {
    this.hall = hall;
    this.key = key;
    this.memory = memory;
    this.taker = taker;
    this.forgeries = forgeries;
    this.told = told;
  }

  /** Takes what came; returns at once. */
  void heard(Message.Defaults sealed) {
    try {
      worker.execute(() -> take(sealed));
    } catch (RejectedExecutionException e) {
      LOG.log(
          Level.WARNING, "[defaults.too-many] more defaults than can be looked at; some are left");
    }
  }

  private void take(Message.Defaults sealed) {
    try {
      Optional<HallDefaults> defaults =
          DefaultsSeal.open(sealed, key).filter(it -> it.hall().equals(hall));
      if (defaults.isEmpty()) {
        forgeries.one();
        return;
      }
      long number = defaults.get().number();
      if (number <= memory.recall(LAST).map(Long::parseLong).orElse(0L)) {
        return;
      }
      Optional<Outcome> outcome = taker.take(sealed, defaults.get());
      // Looked at twice is better than never.
      memory.remember(LAST, Long.toString(number));
      outcome.ifPresent(it -> told.accept(new Happening.DefaultsAnswered(number, it)));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "[defaults.not-read] the hall's defaults were not looked at", e);
    }
  }

  @Override
  public void close() {
    worker.getQueue().clear();
    worker.shutdown();
  }
}
