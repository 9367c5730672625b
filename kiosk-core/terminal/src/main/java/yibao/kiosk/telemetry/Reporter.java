package yibao.kiosk.telemetry;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.telemetry.Inbox.Note;
import yibao.telemetry.BrokerLine;
import yibao.telemetry.Happening;
import yibao.telemetry.Message;
import yibao.telemetry.MessageCodec;
import yibao.telemetry.Topics;

/**
 * The one thread that writes to the hall: keeps what happened, publishes the state when it is
 * another one and every minute, sends reports until the monitor has taken them.
 */
final class Reporter implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Reporter.class.getName());

  /** The monitor takes a terminal that is silent for longer than two of these for offline. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(60);

  /** Changes that come together are told together. */
  private static final Duration SETTLING = Duration.ofMillis(200);

  private static final Duration SENT_AGAIN = Duration.ofSeconds(15);
  private static final Duration COUNTED_EVERY = Duration.ofMinutes(5);
  private static final Duration CLOSING = Duration.ofSeconds(3);

  /** Reports on their way at once. */
  private static final int WINDOW = 64;

  private final Timekeeper time;
  private final Inbox inbox;
  private final ReportBox box;
  private final StateOfTerminal state;
  private final BooleanSupplier visitUnderWay;
  private final Tally tally;
  private final Topics topics;
  private final MessageCodec codec;
  private final Thread thread = Thread.ofPlatform().daemon().name("telemetry").unstarted(this::run);

  private volatile Optional<BrokerLine> line = Optional.empty();
  private volatile boolean connected;
  private volatile boolean closed;
  private boolean told;
  private Optional<Message.State> last = Optional.empty();
  private StateOfTerminal.OnDisk disk =
      new StateOfTerminal.OnDisk(new Message.FilingCounts(0, 0), List.of());
  private Instant countedFrom;
  private long countedAt;
  private long publishedAt;
  private long sentAt;
  private long sentUpTo;

  Reporter(
      Timekeeper time,
      Inbox inbox,
      ReportBox box,
      StateOfTerminal state,
      BooleanSupplier visitUnderWay,
      Tally tally,
      Topics topics,
      MessageCodec codec) {
    this.time = time;
    this.inbox = inbox;
    this.box = box;
    this.state = state;
    this.visitUnderWay = visitUnderWay;
    this.tally = tally;
    this.topics = topics;
    this.codec = codec;
    this.countedFrom = time.instant();
    this.countedAt = time.nanos();
  }

  /** Begins to keep what happens. */
  void start() {
    thread.start();
  }

  /** Begins to tell. */
  void speakThrough(BrokerLine to) {
    line = Optional.of(to);
  }

  /** The broker is there. */
  void connected() {
    connected = true;
    inbox.look();
  }

  /** The broker is away. */
  void disconnected() {
    connected = false;
    inbox.look();
  }

  /** Keeps what was counted and what still lies in the inbox, and ends. */
  @Override
  public void close() {
    closed = true;
    inbox.look();
    try {
      thread.join(CLOSING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (box) {
      while (!closed) {
        round(inbox.next(SETTLING.toNanos()));
      }
      count();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      LOG.log(Level.ERROR, "[telemetry.box-not-closed] the box of reports could not be closed", e);
    }
  }

  /** A fault here must never end the hall's hearing of this terminal. */
  private void round(Note note) {
    try {
      take(note);
      long refused = inbox.refused();
      if (refused > 0) {
        box.countLost(refused);
      }
      if (time.nanos() - countedAt >= COUNTED_EVERY.toNanos()) {
        count();
      }
      Optional<BrokerLine> to = connected ? line : Optional.empty();
      to.ifPresent(this::tell);
      told = to.isPresent();
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.ERROR, "[telemetry.not-told] nothing was told to the hall", e);
    }
  }

  private void take(Note note) throws SQLException {
    switch (note) {
      case Note.Happened(Instant at, var what) -> box.put(at, what);
      case Note.Taken(String source, List<Long> numbers) -> {
        if (source.equals(box.source())) {
          for (long number : numbers) {
            box.remove(number);
          }
        }
      }
      case Note.Look() -> {
        // The round that follows looks.
      }
    }
  }

  private void count() throws SQLException {
    Instant now = time.instant();
    Optional<Happening.Counted> counted = tally.take(countedFrom, now);
    countedFrom = now;
    countedAt = time.nanos();
    if (counted.isPresent()) {
      box.put(now, counted.get());
    }
  }

  private void tell(BrokerLine to) {
    long now = time.nanos();
    boolean anew = !told;
    boolean due = anew || now - publishedAt >= HEARTBEAT.toNanos();
    if (due) {
      disk = state.onDisk();
    }
    Message.State current =
        state.at(time.instant(), visitUnderWay.getAsBoolean(), disk, box.lost());
    if (due || last.filter(before -> same(before, current)).isEmpty()) {
      publishedAt = now;
      last = Optional.of(current);
      publish(to, Topics.Channel.STATE, current, true);
    }
    if (anew || now - sentAt >= SENT_AGAIN.toNanos()) {
      sentUpTo = 0;
    }
    send(to, now);
  }

  private void send(BrokerLine to, long now) {
    try {
      List<Message.Report> waiting = box.after(sentUpTo, WINDOW);
      boolean first = sentUpTo == 0;
      for (Message.Report report : waiting) {
        publish(to, Topics.Channel.REPORT, report, false);
        sentUpTo = report.number();
      }
      if (first || !waiting.isEmpty()) {
        sentAt = now;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the box of reports cannot be read", e);
    }
  }

  private void publish(BrokerLine to, Topics.Channel where, Message what, boolean retained) {
    to.publish(new BrokerLine.Publication(topics.topic(where), codec.write(what), retained))
        .exceptionally(
            failure -> {
              LOG.log(Level.DEBUG, "not published: {0}", failure.getClass());
              return null;
            });
  }

  private static boolean same(Message.State before, Message.State now) {
    return before.visitUnderWay() == now.visitUnderWay()
        && before.devices().equals(now.devices())
        && before.filings().equals(now.filings())
        && before.ratings().equals(now.ratings())
        && before.concerns().equals(now.concerns())
        && before.closed().equals(now.closed())
        && before.help().equals(now.help())
        && before.reportsLost() == now.reportsLost();
  }
}
