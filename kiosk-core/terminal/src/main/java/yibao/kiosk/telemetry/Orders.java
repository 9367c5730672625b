package yibao.kiosk.telemetry;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import yibao.kiosk.audit.AuditEntry;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.store.Memory;
import yibao.telemetry.Happening;
import yibao.telemetry.Happening.OrderAnswered.Outcome;
import yibao.telemetry.Message;
import yibao.telemetry.Order;
import yibao.telemetry.OrderSeal;
import yibao.telemetry.Topics;

/**
 * Takes the staff's orders: one at a time, each once, none that is not the hall's, not for this
 * terminal, late or out of turn. What became of each is told and in the audit record.
 *
 * <p>An order's number is on the disk before the order is begun: a power cut can cost an answer,
 * never carry an order out twice.
 */
final class Orders implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Orders.class.getName());
  private static final String LAST = "orders.last";
  private static final String RESTARTING = "orders.restarting";
  private static final int MOST_WAITING = 16;
  private static final Duration CLOSING = Duration.ofSeconds(3);

  private final Topics self;
  private final PublicKey hall;
  private final Memory memory;
  private final AuditTrail audit;
  private final Timekeeper time;
  private final Deeds deeds;
  private final Forgeries forgeries;
  private final MaskedLog log;
  private final Consumer<Happening> told;
  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          Thread.ofVirtual().name("orders").factory());

  /**
   * Whose orders are taken.
   *
   * @param self this terminal
   * @param hall the key the hall's monitor signs with
   */
  record Obedience(Topics self, PublicKey hall) {}

  /**
   * @param log what can be told of what the program wrote down
   * @param told hears what became of each
   */
  Orders(
      Obedience whose,
      Memory memory,
      AuditTrail audit,
      Timekeeper time,
      Deeds deeds,
      MaskedLog log,
      Consumer<Happening> told) {
    this.self = whose.self();
    this.hall = whose.hall();
    this.memory = memory;
    this.audit = audit;
    this.time = time;
    this.deeds = deeds;
    this.forgeries = new Forgeries(audit, time, told);
    this.log = log;
    this.told = told;
  }

  /** Says that the restart this program comes from is done; blocks on the disk. */
  void begun() {
    memory
        .recall(RESTARTING)
        .filter(number -> !number.isEmpty())
        .ifPresent(
            number -> {
              memory.remember(RESTARTING, "");
              answer(Long.parseLong(number), Outcome.done, Optional.empty());
            });
  }

  /** Takes what came; returns at once. What comes faster than it can be done is not begun. */
  void heard(Message.Command command) {
    try {
      worker.execute(() -> take(command));
    } catch (RejectedExecutionException e) {
      LOG.log(Level.WARNING, "[order.too-many] more orders than can be carried out; one is left");
    }
  }

  private void take(Message.Command command) {
    try {
      Optional<Order> order = OrderSeal.open(command, hall).filter(it -> it.to().equals(self));
      if (order.isPresent()) {
        obey(order.get());
      } else {
        forgeries.one();
      }
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "[order.not-done] an order was not carried out", e);
    }
  }

  private void obey(Order order) {
    long last = memory.recall(LAST).map(Long::parseLong).orElse(0L);
    if (order.number() <= last) {
      // Its first coming was answered; a second answer would overwrite that.
      note(order, "replayed");
      return;
    }
    memory.remember(LAST, Long.toString(order.number()));
    Instant now = time.instant();
    if (now.isAfter(order.expiresAt())) {
      end(order, Outcome.refused, Optional.of("order.late"));
      return;
    }
    if (order.what() instanceof Order.PullLog()) {
      told.accept(new Happening.LogPulled(order.number(), log.lines()));
      end(order, Outcome.done, Optional.empty());
      return;
    }
    switch (carriedOut(order.what())) {
      case Deeds.Done.Well() -> end(order, Outcome.done, Optional.empty());
      case Deeds.Done.NotNow(String cause) -> end(order, Outcome.refused, Optional.of(cause));
      case Deeds.Done.Badly(String cause) -> end(order, Outcome.failed, Optional.of(cause));
      case Deeds.Done.WithRestart(Runnable end) -> {
        memory.remember(RESTARTING, Long.toString(order.number()));
        note(order, "begun");
        // Ending waits for this very worker.
        Thread.ofPlatform().name("restart").start(end);
      }
    }
  }

  private Deeds.Done carriedOut(Order.What what) {
    try {
      return deeds.carryOut(what);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "[order.failed] an order failed", e);
      return new Deeds.Done.Badly("order.fault");
    }
  }

  private void end(Order order, Outcome outcome, Optional<String> cause) {
    note(order, cause.orElseGet(outcome::name));
    answer(order.number(), outcome, cause);
  }

  private void answer(long order, Outcome outcome, Optional<String> cause) {
    told.accept(new Happening.OrderAnswered(order, outcome, cause));
  }

  private void note(Order order, String outcome) {
    audit.note(
        new AuditEntry(
            AuditEntry.Role.STAFF,
            "order." + word(order.what()),
            Optional.of(order.by()),
            outcome));
  }

  private static String word(Order.What what) {
    return switch (what) {
      case Order.Close _ -> "close";
      case Order.Reopen() -> "reopen";
      case Order.PrintTest() -> "print-test";
      case Order.RestartScreen() -> "restart-screen";
      case Order.RestartService() -> "restart-service";
      case Order.PullLog() -> "pull-log";
      case Order.SetVolume _ -> "set-volume";
      case Order.ShowNotice _ -> "show-notice";
      case Order.EndNotice() -> "end-notice";
      case Order.HelpComing _ -> "help-coming";
      case Order.HelpOver() -> "help-over";
    };
  }

  /** Lets the order under way end; an interrupt would cost the audit record its file. */
  @Override
  public void close() {
    worker.getQueue().clear();
    worker.shutdown();
    try {
      if (!worker.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.log(Level.WARNING, "[order.unfinished] an order is still under way");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
