package yibao.hall.watch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import yibao.hall.fleet.Alarm;
import yibao.hall.fleet.PlacedOrder;
import yibao.hall.fleet.TerminalCard;
import yibao.hall.store.Deed;
import yibao.hall.store.HallStore;
import yibao.hall.store.OrderShelf;
import yibao.telemetry.Happening;
import yibao.telemetry.Message;
import yibao.telemetry.Order;
import yibao.telemetry.Topics;
import yibao.telemetry.condition.Condition;
import yibao.telemetry.condition.Finding;
import yibao.telemetry.condition.Verdict;

/**
 * All terminals of the hall and what is wrong with them. One thread takes everything in the order
 * it came, many messages to one commit; what is told to terminals and the wall is on the disk by
 * then.
 */
public final class Watch implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Watch.class.getName());
  private static final int ROOM = 8_192;
  private static final int TOGETHER = 1_024;
  private static final int MOST_TAKEN = 256;
  private static final int MOST_TERMINALS = 50_000;

  /** A terminal says how it is every minute. */
  private static final Duration SILENT = Duration.ofSeconds(150);

  private static final Duration ANSWERED = Duration.ofSeconds(10);
  private static final Duration CLOSING = Duration.ofSeconds(5);
  private static final Duration SWEEP = Duration.ofSeconds(5);

  /** What other monitors see to should be on this wall as fast as what this one does. */
  private static final Duration SHARED_SWEEP = Duration.ofSeconds(1);

  private static final Duration KEPT = Duration.ofDays(92);

  private final BlockingQueue<Task> tasks = new ArrayBlockingQueue<>(ROOM);
  private final Map<Topics, TerminalCard> cards = new ConcurrentHashMap<>();
  private final Map<Long, Alarm> alarms = new ConcurrentHashMap<>();
  private final Map<Topics, Set<Long>> alarmsOf = new HashMap<>();
  private final List<Consumer<List<WallEvent>>> listeners = new CopyOnWriteArrayList<>();
  private final HallStore store;
  private final Looking looking;
  private final Duration pause;
  private final Neighbours neighbours = new Neighbours();
  private final InstantSource clock;
  private final Teller teller;
  private final Thread thread = Thread.ofPlatform().name("watch").unstarted(this::run);
  private final List<WallEvent> events = new ArrayList<>();
  private final Map<Topics, Map<String, List<Long>>> taken = new LinkedHashMap<>();
  private final List<CompletableFuture<?>> asked = new ArrayList<>();
  private final List<Runnable> answers = new ArrayList<>();
  private volatile boolean brokerThere;
  private volatile int openWorkOrders;
  private volatile boolean closed;
  private Instant sweptAt;
  private boolean forgetting = true;

  /** Tells a terminal something. */
  @FunctionalInterface
  public interface Teller {
    /** Tells it; must hand over and return. */
    void tell(Topics terminal, Message what);
  }

  /** Something to do on the watch's thread. */
  @FunctionalInterface
  private interface Task {
    void run() throws SQLException;
  }

  /** A question to the store. */
  @FunctionalInterface
  public interface Question<T> {
    /** Asks. */
    T ask(HallStore store) throws SQLException;
  }

  /** A watch over a store; nothing happens before {@link #start}. */
  public Watch(HallStore store, InstantSource clock, Teller teller) throws SQLException {
    this.store = store;
    this.looking = new Looking(store.beside());
    this.pause = store.isShared() ? SHARED_SWEEP : SWEEP;
    this.clock = clock;
    this.teller = teller;
    this.sweptAt = clock.instant();
    readAlarms();
    this.openWorkOrders = store.workOrders().open();
  }

  /** Begins. */
  public void start() {
    thread.start();
    looking.start();
  }

  /** Takes a message; waits where too many came before it. */
  public void heard(Topics of, Message message) throws InterruptedException {
    tasks.put(() -> take(of, message));
  }

  /** The broker came or went. */
  public void broker(boolean there) throws InterruptedException {
    tasks.put(
        () -> {
          brokerThere = there;
          events.add(new WallEvent.Broker(there));
        });
  }

  /** Whether the broker is there. */
  public boolean brokerThere() {
    return brokerThere;
  }

  /** Every terminal heard of, in no order. */
  public Collection<TerminalCard> cards() {
    return List.copyOf(cards.values());
  }

  /** Whether this terminal was ever heard of. */
  public boolean knows(Topics of) {
    return cards.containsKey(of);
  }

  /** The alarms that stand, in no order. */
  public Collection<Alarm> alarms() {
    return List.copyOf(alarms.values());
  }

  /**
   * Looks at what is on the disk, beside the messages: however long it takes, nothing else waits.
   * No answer within ten seconds is a failure.
   */
  public <T> CompletableFuture<T> look(Question<T> question) {
    return looking.ask(question).orTimeout(ANSWERED.toSeconds(), TimeUnit.SECONDS);
  }

  /**
   * Asks the store for a change, between two messages. What the question changed is on the disk
   * when it is answered; no answer within ten seconds is a failure.
   */
  public <T> CompletableFuture<T> ask(Question<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    boolean room =
        tasks.offer(
            () -> {
              asked.add(answer);
              T found = question.ask(store);
              answers.add(() -> answer.complete(found));
            });
    return room
        ? answer.orTimeout(ANSWERED.toSeconds(), TimeUnit.SECONDS)
        : CompletableFuture.failedFuture(new IllegalStateException("too much to do"));
  }

  /**
   * Places an order to a terminal.
   *
   * @param good how long it may be carried out
   */
  public CompletableFuture<PlacedOrder> place(
      Topics of, Order.What what, String by, Duration good) {
    return ask(
        it -> {
          Instant now = clock.instant();
          PlacedOrder placed = it.orders().place(of, what, by, now, good);
          it.deeds()
              .note(
                  new Deed(
                      now,
                      by,
                      "order." + OrderShelf.word(what),
                      of.hall() + "/" + of.terminal(),
                      "ok"));
          events.add(new WallEvent.OrderChanged(placed));
          return placed;
        });
  }

  /** Asks for something that changes work orders; the wall hears how many are open then. */
  public <T> CompletableFuture<T> changeWorkOrders(Question<T> change) {
    return ask(
        it -> {
          T changed = change.ask(it);
          workOrdersOpen(it.workOrders().open());
          return changed;
        });
  }

  /** How many work orders are open. */
  public int openWorkOrders() {
    return openWorkOrders;
  }

  private void workOrdersOpen(int open) {
    openWorkOrders = open;
    events.add(new WallEvent.WorkOrders(open));
  }

  /** Adds to the record of who did what. */
  public CompletableFuture<Boolean> note(String by, String what, String subject, String outcome) {
    return ask(
        it -> {
          it.deeds().note(new Deed(clock.instant(), by, what, subject, outcome));
          return true;
        });
  }

  /** Somebody has seen an alarm. */
  public CompletableFuture<Optional<Alarm>> acknowledge(long id, String by) {
    return ask(
        it -> {
          Optional<Alarm> seen = it.acknowledge(id, by, clock.instant());
          note(it, by, "alarm.acknowledged", id, seen.isPresent());
          return changed(seen);
        });
  }

  /** Somebody says that an alarm is over; one that a terminal's state raises comes back if not. */
  public CompletableFuture<Optional<Alarm>> clear(long id, String by) {
    return ask(
        it -> {
          it.acknowledge(id, by, clock.instant());
          Optional<Alarm> over = it.clear(id, clock.instant());
          note(it, by, "alarm.cleared", id, over.isPresent());
          return changed(over);
        });
  }

  /**
   * Hears what changes, what came together in one list; must hand over and return.
   *
   * @return ends the calls
   */
  public Runnable subscribe(Consumer<List<WallEvent>> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public void close() {
    closed = true;
    looking.close();
    thread.interrupt();
    try {
      thread.join(CLOSING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    List<Task> batch = new ArrayList<>(TOGETHER);
    try (store) {
      while (!closed) {
        Task first = tasks.poll(pause.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          tasks.drainTo(batch, TOGETHER - 1);
        }
        work(batch);
        batch.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      LOG.log(Level.ERROR, "[hall.store-not-closed] the hall's store could not be closed", e);
    }
  }

  private void work(List<Task> batch) {
    try {
      store.awaitTurn();
      for (Task task : batch) {
        task.run();
      }
      sweep();
      store.commit();
      answers.forEach(Runnable::run);
      taken.forEach(
          (terminal, sources) ->
              sources.forEach(
                  (source, numbers) ->
                      teller.tell(terminal, new Message.Taken(Message.VERSION, source, numbers))));
      if (!events.isEmpty()) {
        List<WallEvent> told = List.copyOf(events);
        listeners.forEach(listener -> listener.accept(told));
      }
    } catch (SQLException | RuntimeException e) {
      // What was not committed was not acknowledged: the terminals send it again.
      LOG.log(Level.ERROR, "[hall.store-refused] the hall's store did not take what came", e);
      rollback();
      asked.forEach(answer -> answer.completeExceptionally(e));
    } finally {
      asked.clear();
      answers.clear();
      events.clear();
      taken.clear();
    }
  }

  private void rollback() {
    try {
      store.recover();
      readAlarms();
    } catch (SQLException e) {
      LOG.log(Level.ERROR, "[hall.store-broken] the hall's store is not in order", e);
    }
  }

  private void take(Topics of, Message message) throws SQLException {
    if (!cards.containsKey(of) && cards.size() >= MOST_TERMINALS) {
      return;
    }
    switch (message) {
      case Message.State state -> judge(of, Verdict.of(state), Optional.of(state));
      case Message.Gone _ -> judge(of, Verdict.offline(), Optional.empty());
      case Message.Report report -> keep(of, report);
      case Message.Taken _, Message.Command _, Message.Defaults _ -> {
        // Our own words to a terminal.
      }
    }
  }

  private void judge(Topics of, Verdict verdict, Optional<Message.State> state)
      throws SQLException {
    Instant now = clock.instant();
    TerminalCard card =
        Optional.ofNullable(cards.get(of))
            .orElseGet(() -> TerminalCard.first(of, verdict, now))
            .judged(verdict, state, now);
    cards.put(of, card);
    events.add(new WallEvent.Terminal(card));
    Set<Finding> missing = new HashSet<>(verdict.findings());
    for (long id : Set.copyOf(alarmsOf.getOrDefault(of, Set.of()))) {
      Alarm alarm = alarms.get(id);
      if (Reports.isOfState(alarm.finding())) {
        boolean stands = missing.remove(alarm.finding());
        // What is heard no more of an offline terminal may still be so.
        if (!stands && verdict.condition() != Condition.OFFLINE) {
          changed(store.clear(alarm.id(), now));
        }
      }
    }
    for (Finding finding : missing) {
      changed(Optional.of(store.raise(of, finding, now, false)));
    }
  }

  private void keep(Topics of, Message.Report report) throws SQLException {
    boolean fresh = store.keep(of, report);
    List<Long> numbers =
        taken
            .computeIfAbsent(of, _ -> new LinkedHashMap<>())
            .computeIfAbsent(report.source(), _ -> new ArrayList<>());
    // What has no room in one message is sent again and taken then.
    if (numbers.size() < MOST_TAKEN) {
      numbers.add(report.number());
    }
    Optional<Finding> finding = Reports.finding(report.happening());
    if (report.happening()
        instanceof Happening.OrderAnswered(long number, var outcome, Optional<String> cause)) {
      store
          .orders()
          .answer(of, number, outcome, cause, report.at())
          .ifPresent(answered -> events.add(new WallEvent.OrderChanged(answered)));
    }
    if (fresh && finding.isPresent()) {
      changed(Optional.of(store.raise(of, finding.get(), report.at(), true)));
    }
  }

  private void note(HallStore to, String by, String what, long id, boolean found)
      throws SQLException {
    to.deeds()
        .note(new Deed(clock.instant(), by, what, Long.toString(id), found ? "ok" : "unknown"));
  }

  private Optional<Alarm> changed(Optional<Alarm> alarm) {
    alarm.ifPresent(
        it -> {
          if (it.cleared().isPresent()) {
            alarms.remove(it.id());
            alarmsOf.getOrDefault(it.of(), new HashSet<>()).remove(it.id());
          } else {
            hold(it);
          }
          events.add(new WallEvent.AlarmChanged(it));
        });
    return alarm;
  }

  private void hold(Alarm alarm) {
    alarms.put(alarm.id(), alarm);
    alarmsOf.computeIfAbsent(alarm.of(), _ -> new HashSet<>()).add(alarm.id());
  }

  private void readAlarms() throws SQLException {
    alarms.clear();
    alarmsOf.clear();
    store.standing().forEach(this::hold);
  }

  private void sweep() throws SQLException {
    Instant now = clock.instant();
    if (Duration.between(sweptAt, now).compareTo(pause) < 0) {
      return;
    }
    forgetting |= !sweptAt.truncatedTo(ChronoUnit.DAYS).equals(now.truncatedTo(ChronoUnit.DAYS));
    sweptAt = now;
    if (forgetting) {
      forgetting = store.forgetBefore(now.minus(KEPT));
    }
    if (store.isShared()) {
      for (Alarm alarm : neighbours.alarms(store, alarms, now)) {
        changed(Optional.of(alarm));
      }
      events.addAll(neighbours.orders(store, now));
      int open = store.workOrders().open();
      if (open != openWorkOrders) {
        workOrdersOpen(open);
      }
    }
    // While the broker is away nobody can be heard, and that is the broker's fault.
    if (brokerThere) {
      for (TerminalCard card : List.copyOf(cards.values())) {
        if (card.verdict().condition() != Condition.OFFLINE
            && Duration.between(card.heardAt(), now).compareTo(SILENT) > 0) {
          judge(card.of(), Verdict.offline(), Optional.empty());
        }
      }
    }
  }
}
