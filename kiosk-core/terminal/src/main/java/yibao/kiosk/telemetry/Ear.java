package yibao.kiosk.telemetry;

import yibao.telemetry.BrokerLine;
import yibao.telemetry.Message;
import yibao.telemetry.MessageCodec;
import yibao.telemetry.Topics;

/** Hears the broker for the terminal. */
final class Ear implements BrokerLine.Listener {
  private final Reporter reporter;
  private final Inbox inbox;
  private final MessageCodec codec;

  Ear(Reporter reporter, Inbox inbox, MessageCodec codec) {
    this.reporter = reporter;
    this.inbox = inbox;
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
    boolean taken =
        Topics.parse(topic).filter(it -> it.channel() == Topics.Channel.TAKEN).isPresent();
    if (taken
        && codec.read(payload) instanceof MessageCodec.Read.Understood(Message.Taken message)) {
      inbox.taken(message.source(), message.numbers());
    }
  }
}
