package yibao.acceptance.cluster;

import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import yibao.telemetry.BrokerAddress;
import yibao.telemetry.BrokerLine;
import yibao.telemetry.Happening;
import yibao.telemetry.Message;
import yibao.telemetry.MessageCodec;
import yibao.telemetry.Topics;
import yibao.telemetry.Topics.Channel;

/** A terminal that has much to report, and sends each report again until a monitor has taken it. */
final class LoadingTerminal implements AutoCloseable, BrokerLine.Listener {
  private final MessageCodec codec = MessageCodec.strict();
  private final Set<Long> taken = ConcurrentHashMap.newKeySet();
  private final Topics of;
  private final String source;
  private final BrokerLine line;

  LoadingTerminal(Vertx vertx, BrokerAddress broker, int index) {
    this.of = new Topics("xining-01", "T-" + index);
    this.source = "%016x".formatted(index);
    this.line =
        BrokerLine.open(
            vertx,
            broker,
            new BrokerLine.Client("T-" + index, List.of(of.topic(Channel.TAKEN)), Optional.empty()),
            this);
  }

  /** Sends what of the first so many reports nobody has taken yet. */
  void send(long reports) {
    LongStream.rangeClosed(1, reports)
        .filter(number -> !taken.contains(number))
        .forEach(
            number ->
                line.publish(
                        new BrokerLine.Publication(
                            of.topic(Channel.REPORT),
                            codec.write(
                                new Message.Report(
                                    Message.VERSION,
                                    source,
                                    number,
                                    Instant.now(),
                                    new Happening.DayDiffers(LocalDate.EPOCH, 1))),
                            false))
                    // Without a broker it is sent again.
                    .exceptionally(_ -> null));
  }

  /** How many reports monitors said they have taken. */
  int taken() {
    return taken.size();
  }

  @Override
  public void connected() {
    line.publish(new BrokerLine.Publication(of.topic(Channel.STATE), codec.write(state()), true));
  }

  @Override
  public void disconnected() {}

  @Override
  public void arrived(String topic, byte[] payload) {
    if (codec.read(payload)
        instanceof
        MessageCodec.Read.Understood(Message.Taken(_, String told, List<Long> numbers))) {
      if (told.equals(source)) {
        taken.addAll(numbers);
      }
    }
  }

  @Override
  public void close() {
    line.close();
  }

  private static Message.State state() {
    return new Message.State(
        Message.VERSION,
        Instant.now(),
        Instant.now(),
        "示例大厅",
        "qinghai",
        "0.1.0",
        false,
        Optional.empty(),
        Optional.empty(),
        List.of(
            new Message.Device(
                "id-card",
                "online",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Instant.now())),
        new Message.FilingCounts(0, 0),
        List.of(),
        List.of(),
        0);
  }
}
