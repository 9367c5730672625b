package yibao.kiosk.telemetry;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.security.PublicKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.hardware.DeviceStatus;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.PaperState;
import yibao.kiosk.journey.Journey;
import yibao.kiosk.store.Memory;
import yibao.telemetry.BrokerAddress;
import yibao.telemetry.BrokerLine;
import yibao.telemetry.Happening;
import yibao.telemetry.Message;
import yibao.telemetry.MessageCodec;
import yibao.telemetry.Topics;

/** The terminal's end of the line to the hall. It starts and serves whether there is a broker. */
public final class Telemetry implements AutoCloseable {
  private static final int CLOSING_SECONDS = 2;

  private final BrokerLine line;
  private final Reporter reporter;
  private final BrokerLine.Publication stopped;
  private final Optional<Orders> orders;
  private final Optional<DefaultsPost> defaults;
  private final MaskedLog log;
  private final List<AutoCloseable> subscriptions;

  /**
   * Where and as whom.
   *
   * @param topics the terminal's place
   * @param broker the hall's broker
   * @param box directory for reports that wait
   * @param hallKey what the hall signs its orders with; without it none is obeyed
   */
  public record Settings(
      Topics topics, BrokerAddress broker, Path box, Optional<PublicKey> hallKey) {}

  /**
   * What is listened to.
   *
   * @param state puts together how the terminal is
   * @param inbox hears of filings already
   * @param tally is counted into already
   */
  public record Sources(
      Devices devices, Journey journey, StateOfTerminal state, Inbox inbox, Tally tally) {}

  /**
   * What orders are carried out with.
   *
   * @param memory keeps which orders have come
   * @param audit keeps what became of them
   * @param deeds carries them out
   * @param defaults decides what of the hall's defaults holds here; without it none is heard
   */
  public record Hands(
      Memory memory, AuditTrail audit, Deeds deeds, Optional<DefaultsTaker> defaults) {}

  private Telemetry(
      BrokerLine line,
      Reporter reporter,
      BrokerLine.Publication stopped,
      Optional<Orders> orders,
      Optional<DefaultsPost> defaults,
      MaskedLog log,
      List<AutoCloseable> subscriptions) {
    this.line = line;
    this.reporter = reporter;
    this.stopped = stopped;
    this.orders = orders;
    this.defaults = defaults;
    this.log = log;
    this.subscriptions = subscriptions;
  }

  /**
   * Begins to tell the hall; returns at once.
   *
   * @throws SQLException when the box for reports cannot be opened
   */
  public static Telemetry start(
      Vertx vertx, Settings settings, Sources sources, Hands hands, Timekeeper time)
      throws SQLException {
    Inbox inbox = sources.inbox();
    MessageCodec codec = MessageCodec.strict();
    VisitWatch visits = new VisitWatch(time, inbox::happened, inbox::look);
    Reporter reporter =
        new Reporter(
            time,
            inbox,
            ReportBox.open(settings.box(), ReportBox.MOST),
            sources.state(),
            visits::underWay,
            sources.tally(),
            settings.topics(),
            codec);
    DeviceWatch devices = new DeviceWatch(inbox);
    List<AutoCloseable> subscriptions =
        List.of(sources.devices().subscribe(devices::heard), sources.journey().subscribe(visits));
    MaskedLog log = MaskedLog.open();
    reporter.start();
    Optional<Orders> orders =
        settings
            .hallKey()
            .map(
                key ->
                    new Orders(
                        new Orders.Obedience(settings.topics(), key),
                        hands.memory(),
                        hands.audit(),
                        time,
                        hands.deeds(),
                        log,
                        inbox::happened));
    orders.ifPresent(Orders::begun);
    List<String> listens = new ArrayList<>(List.of(settings.topics().topic(Topics.Channel.TAKEN)));
    orders.ifPresent(_ -> listens.add(settings.topics().topic(Topics.Channel.COMMAND)));
    Optional<DefaultsPost> defaults =
        settings
            .hallKey()
            .flatMap(
                key ->
                    hands
                        .defaults()
                        .map(
                            taker ->
                                new DefaultsPost(
                                    settings.topics().hall(),
                                    key,
                                    hands.memory(),
                                    taker,
                                    new Forgeries(hands.audit(), time, inbox::happened),
                                    inbox::happened)));
    defaults.ifPresent(_ -> listens.add(settings.topics().topic(Topics.Channel.DEFAULTS)));
    BrokerLine line =
        BrokerLine.open(
            vertx,
            settings.broker(),
            new BrokerLine.Client(
                settings.topics().terminal(),
                listens,
                Optional.of(gone(settings.topics(), Message.Gone.Why.lost, codec))),
            new Ear(reporter, inbox, orders, defaults, codec));
    reporter.speakThrough(line);
    return new Telemetry(
        line,
        reporter,
        gone(settings.topics(), Message.Gone.Why.stopped, codec),
        orders,
        defaults,
        log,
        subscriptions);
  }

  /** Says that the terminal is stopped in order, and ends. What is not sent stays in the box. */
  @Override
  public void close() {
    orders.ifPresent(Orders::close);
    defaults.ifPresent(DefaultsPost::close);
    log.close();
    for (AutoCloseable subscription : subscriptions) {
      try {
        subscription.close();
      } catch (Exception e) {
        throw new IllegalStateException("a subscription closes without a fault", e);
      }
    }
    reporter.close();
    line.publish(stopped)
        .completeOnTimeout(null, CLOSING_SECONDS, TimeUnit.SECONDS)
        .exceptionally(_ -> null)
        .join();
    line.close();
  }

  private static BrokerLine.Publication gone(
      Topics topics, Message.Gone.Why why, MessageCodec codec) {
    return new BrokerLine.Publication(
        topics.topic(Topics.Channel.STATE),
        codec.write(new Message.Gone(Message.VERSION, why)),
        true);
  }

  /** Tells changes of devices; the list it hears is whole each time. */
  private static final class DeviceWatch {
    private final Inbox inbox;
    private List<DeviceStatus> before = List.of();

    DeviceWatch(Inbox inbox) {
      this.inbox = inbox;
    }

    void heard(List<DeviceStatus> now) {
      now.stream()
          .filter(status -> !before.contains(status))
          .map(
              status ->
                  new Happening.DeviceChanged(
                      status.name().key(),
                      status.state().key(),
                      status.paper().map(PaperState::key),
                      status.cause()))
          .forEach(inbox::happened);
      before = now;
    }
  }
}
