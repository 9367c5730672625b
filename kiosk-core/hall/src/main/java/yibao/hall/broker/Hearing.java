package yibao.hall.broker;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import yibao.telemetry.BrokerAddress;
import yibao.telemetry.BrokerLine;
import yibao.telemetry.Message;
import yibao.telemetry.MessageCodec;
import yibao.telemetry.Topics;
import yibao.telemetry.Topics.Channel;

/** Hears what terminals publish. */
public final class Hearing implements AutoCloseable {
  private final MessageCodec codec = MessageCodec.tolerant();
  private final AtomicLong malformed = new AtomicLong();
  private final AtomicLong oversize = new AtomicLong();
  private final AtomicLong foreign = new AtomicLong();
  private Optional<BrokerLine> line = Optional.empty();

  /** Who hears it all; a call that waits holds the broker back. */
  public interface Hearer {
    /** A terminal said something. */
    void heard(Topics of, Message message) throws InterruptedException;

    /** The broker came or went. */
    void broker(boolean there) throws InterruptedException;
  }

  /**
   * What was ignored since the start.
   *
   * @param malformed not as the schema has it, or not what belongs on its topic
   * @param oversize longer than any message
   * @param foreign on a topic that is none of ours
   */
  public record Ignored(long malformed, long oversize, long foreign) {}

  /**
   * Begins to hear; returns at once.
   *
   * @param name this monitor's at the broker
   * @param group shares reports among the monitors of a group; states are heard by each
   */
  public void open(
      Vertx vertx, BrokerAddress broker, String name, Optional<String> group, Hearer hearer) {
    String shared = group.map(it -> "$share/" + it + "/").orElse("");
    line =
        Optional.of(
            BrokerLine.open(
                vertx,
                broker,
                new BrokerLine.Client(
                    name,
                    List.of(Channel.STATE.everywhere(), shared + Channel.REPORT.everywhere()),
                    Optional.empty()),
                new Ear(hearer)));
  }

  /** What was ignored. */
  public Ignored ignored() {
    return new Ignored(malformed.get(), oversize.get(), foreign.get());
  }

  /**
   * Tells a terminal something; lost where there is no broker. What was taken is said again with
   * the report that comes again, an order is given again by whoever sees it unanswered.
   */
  public void tell(Topics of, Message what) {
    Channel channel =
        switch (what) {
          case Message.Taken _ -> Channel.TAKEN;
          case Message.Command _ -> Channel.COMMAND;
          case Message.Defaults _ -> Channel.DEFAULTS;
          case Message.State _, Message.Gone _, Message.Report _ ->
              throw new IllegalArgumentException("a terminal's own words");
        };
    line.ifPresent(
        to ->
            to.publish(
                    new BrokerLine.Publication(
                        // A terminal that is off hears the hall's defaults when it is on again.
                        of.topic(channel), codec.write(what), channel == Channel.DEFAULTS))
                .exceptionally(_ -> null));
  }

  @Override
  public void close() {
    line.ifPresent(BrokerLine::close);
  }

  private final class Ear implements BrokerLine.Listener {
    private final Hearer hearer;

    Ear(Hearer hearer) {
      this.hearer = hearer;
    }

    @Override
    public void connected() {
      say(() -> hearer.broker(true));
    }

    @Override
    public void disconnected() {
      say(() -> hearer.broker(false));
    }

    @Override
    public void arrived(String topic, byte[] payload) {
      Optional<Topics.Place> place = Topics.parse(topic);
      if (place.isEmpty()) {
        foreign.incrementAndGet();
        return;
      }
      switch (codec.read(payload)) {
        case MessageCodec.Read.Oversize() -> oversize.incrementAndGet();
        case MessageCodec.Read.Malformed() -> malformed.incrementAndGet();
        case MessageCodec.Read.Understood(Message message) -> {
          if (belongs(message, place.get().channel())) {
            say(() -> hearer.heard(place.get().of(), message));
          } else {
            malformed.incrementAndGet();
          }
        }
      }
    }

    private static boolean belongs(Message message, Channel channel) {
      return switch (message) {
        case Message.State _, Message.Gone _ -> channel == Channel.STATE;
        case Message.Report _ -> channel == Channel.REPORT;
        case Message.Taken _, Message.Command _, Message.Defaults _ -> false;
      };
    }
  }

  private interface Saying {
    void run() throws InterruptedException;
  }

  private static void say(Saying saying) {
    try {
      saying.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
