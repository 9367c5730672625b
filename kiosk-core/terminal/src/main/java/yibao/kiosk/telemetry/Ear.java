package yibao.kiosk.telemetry;

import java.util.List;
import java.util.Optional;
import yibao.telemetry.BrokerLine;
import yibao.telemetry.Message;
import yibao.telemetry.MessageCodec;
import yibao.telemetry.Topics;

/** Hears the broker for the terminal. */
final class Ear implements BrokerLine.Listener {
  private final Reporter reporter;
  private final Inbox inbox;
  private final Optional<Orders> orders;
  private final Optional<DefaultsPost> defaults;
  private final MessageCodec codec;

  Ear(
      Reporter reporter,
      Inbox inbox,
      Optional<Orders> orders,
      Optional<DefaultsPost> defaults,
      MessageCodec codec) {
    this.reporter = reporter;
    this.inbox = inbox;
    this.orders = orders;
    this.defaults = defaults;
    this.codec = codec;
  }

  @Override
  public void connected() {
    reporter.connected();
  }

  @Override
  public void disconnected() {
    reporter.disconnected();
  }

  @Override
  public void arrived(String topic, byte[] payload) {
    Optional<Topics.Channel> channel = Topics.parse(topic).map(Topics.Place::channel);
    if (channel.isPresent()
        && codec.read(payload) instanceof MessageCodec.Read.Understood(var it)) {
      switch (it) {
        case Message.Taken(_, String source, List<Long> numbers)
            when channel.get() == Topics.Channel.TAKEN ->
            inbox.taken(source, numbers);
        case Message.Command command when channel.get() == Topics.Channel.COMMAND ->
            orders.ifPresent(taker -> taker.heard(command));
        case Message.Defaults sealed when channel.get() == Topics.Channel.DEFAULTS ->
            defaults.ifPresent(post -> post.heard(sealed));
        default -> {
          // Not what belongs there.
        }
      }
    }
  }
}
