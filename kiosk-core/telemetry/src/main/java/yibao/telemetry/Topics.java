package yibao.telemetry;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where messages of one terminal are published: {@code yibao/<hall>/<terminal>/<channel>}. A
 * broker's access list is written over these names.
 *
 * @param hall id of the hall, 1 to 32 letters, digits and dashes
 * @param terminal number of the terminal, of the same letters
 */
public record Topics(String hall, String terminal) {
  private static final String WORD = "[A-Za-z0-9][A-Za-z0-9-]{0,31}";
  private static final Pattern ID = Pattern.compile(WORD);
  private static final Pattern TOPIC =
      Pattern.compile("yibao/(" + WORD + ")/(" + WORD + ")/([a-z]{1,16})");

  /** What is published there. */
  public enum Channel {
    /** How the terminal is; retained, replaced by its last will. */
    STATE("state"),
    /** What happened, each until the monitor has taken it. */
    REPORT("report"),
    /** Which reports the monitor has taken. */
    TAKEN("taken"),
    /** What staff want the terminal to do; signed. */
    COMMAND("command"),
    /** What holds where the terminal's own configuration says nothing; signed, retained. */
    DEFAULTS("defaults");

    private final String word;

    Channel(String word) {
      this.word = word;
    }

    /** Pattern of this channel of every terminal of every hall. */
    public String everywhere() {
      return "yibao/+/+/" + word;
    }
  }

  public Topics {
    if (!isId(hall) || !isId(terminal)) {
      throw new IllegalArgumentException("hall and terminal are 1 to 32 letters, digits, dashes");
    }
  }

  /**
   * A topic taken apart.
   *
   * @param of whose it is
   * @param channel what is published there
   */
  public record Place(Topics of, Channel channel) {}

  /** Whether this can stand in a topic as the name of a hall or a terminal. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** The topic of a channel of this terminal. */
  public String topic(Channel channel) {
    return "yibao/" + hall + "/" + terminal + "/" + channel.word;
  }

  /** Takes a topic apart; empty where it is none of ours. */
  public static Optional<Place> parse(String topic) {
    Matcher parts = TOPIC.matcher(topic);
    if (!parts.matches()) {
      return Optional.empty();
    }
    for (Channel channel : Channel.values()) {
      if (channel.word.equals(parts.group(3))) {
        return Optional.of(new Place(new Topics(parts.group(1), parts.group(2)), channel));
      }
    }
    return Optional.empty();
  }
}
