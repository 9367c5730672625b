package yibao.demo.bench;

import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import yibao.demo.hall.HallRun;
import yibao.telemetry.BrokerAddress;
import yibao.telemetry.BrokerLine;
import yibao.telemetry.Happening;
import yibao.telemetry.Message;
import yibao.telemetry.MessageCodec;
import yibao.telemetry.Topics;
import yibao.telemetry.Topics.Channel;

/**
 * A terminal as the hall sees it: its own line, its own certificate, whole states and numbered
 * reports; without a service behind it.
 */
final class FleetTerminal implements AutoCloseable, BrokerLine.Listener {
  private static final String PRINTER = "printer";

  private final Topics topics;
  private final MessageCodec codec;
  private final String source;
  private final Instant startedAt = Instant.now();
  private final Set<Long> waiting = ConcurrentHashMap.newKeySet();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final BrokerLine line;
  private volatile boolean there;
  private long number;

  /**
   * @param codec may be shared
   * @param source which run of numbers its reports are of
   */
  FleetTerminal(Vertx vertx, BrokerAddress broker, String name, MessageCodec codec, String source) {
    this.topics = new Topics(HallRun.HALL, name);
    this.codec = codec;
    this.source = source;
    this.line =
        BrokerLine.open(
            vertx,
            broker,
            new BrokerLine.Client(
                name,
                List.of(topics.topic(Channel.TAKEN)),
                Optional.of(
                    new BrokerLine.Publication(
                        topics.topic(Channel.STATE),
                        codec.write(new Message.Gone(Message.VERSION, Message.Gone.Why.lost)),
                        true))),
            this);
  }

  /** Its name in topics, of its index. */
  static String name(int index) {
    return "T-%04d".formatted(index + 1);
  }

  /** Whether its line stands. */
  boolean there() {
    return there;
  }

  /** Messages it has published. */
  long sent() {
    return sent.get();
  }

  /** Messages that the broker did not take. */
  long refused() {
    return refused.get();
  }

  /** Reports that no monitor has taken yet. */
  int waiting() {
    return waiting.size();
  }

  /**
   * Says how it is.
   *
   * @param paper of its printer, e.g. {@code low}
   */
  void state(Instant at, String paper) {
    List<Message.Device> devices = new ArrayList<>();
    for (String device : List.of("id-card", "ss-card", "scan", "a4", "document-camera", "face")) {
      devices.add(device(device, Optional.empty()));
    }
    devices.add(device(PRINTER, Optional.of(paper)));
    publish(
        Channel.STATE,
        new Message.State(
            Message.VERSION,
            at,
            startedAt,
            "示例医疗保障服务大厅",
            "qinghai",
            "0.1.0",
            false,
            Optional.empty(),
            Optional.empty(),
            devices,
            new Message.FilingCounts(0, 0),
            List.of(),
            List.of(),
            0),
        true);
  }

  /** Reports that something happened. */
  void report(Instant at, Happening what) {
    number++;
    waiting.add(number);
    publish(Channel.REPORT, new Message.Report(Message.VERSION, source, number, at, what), false);
  }

  /** Something that raises an alarm until staff clear it. */
  static Happening unknownPrint() {
    return new Happening.PrintUnknown(PRINTER, "no-answer");
  }

  /** A visit that came to its end. */
  static Happening visit(int item) {
    return new Happening.VisitEnded(
        Optional.of(item), Optional.of("参保人员参保信息查询"), true, "result", 60, Optional.of(4));
  }

  @Override
  public void connected() {
    there = true;
  }

  @Override
  public void disconnected() {
    there = false;
  }

  @Override
  public void arrived(String topic, byte[] payload) {
    if (codec.read(payload)
            instanceof
            MessageCodec.Read.Understood(Message.Taken(_, String told, List<Long> numbers))
        && told.equals(source)) {
      waiting.removeAll(Set.copyOf(numbers));
    }
  }

  @Override
  public void close() {
    line.close();
  }

  private Message.Device device(String name, Optional<String> paper) {
    return new Message.Device(name, "online", paper, Optional.empty(), Optional.empty(), startedAt);
  }

  private void publish(Channel where, Message what, boolean retained) {
    sent.incrementAndGet();
    line.publish(new BrokerLine.Publication(topics.topic(where), codec.write(what), retained))
        .exceptionally(
            _ -> {
              refused.incrementAndGet();
              return null;
            });
  }
}
