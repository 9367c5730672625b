package yibao.hall;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import yibao.telemetry.Message;

/** What an invented terminal says. */
public final class Told {
  /** When it says it. */
  public static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

  private Told() {}

  /** A state with these devices. */
  public static Message.State state(Message.Device... devices) {
    return state(Optional.empty(), devices);
  }

  /** A state of one at which somebody has called for staff. */
  public static Message.State calling(Instant since) {
    return state(Optional.of(new Message.Help(since, Optional.empty())));
  }

  private static Message.State state(Optional<Message.Help> help, Message.Device... devices) {
    return new Message.State(
        1,
        NOON,
        NOON,
        "示例大厅",
        "qinghai",
        "0.1.0",
        false,
        Optional.empty(),
        help,
        List.of(devices),
        new Message.FilingCounts(0, 0),
        List.of(),
        List.of(),
        0);
  }

  /** A device in a state. */
  public static Message.Device device(String name, String state) {
    return new Message.Device(
        name, state, Optional.empty(), Optional.empty(), Optional.empty(), NOON);
  }

  /** A printer with paper of a kind. */
  public static Message.Device printer(String state, String paper) {
    return new Message.Device(
        "printer", state, Optional.of(paper), Optional.empty(), Optional.empty(), NOON);
  }
}
