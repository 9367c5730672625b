package yibao.telemetry;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Optional;

/**
 * What staff want a terminal to do. Good for one terminal, once, and not for long.
 *
 * @param to the terminal it is for
 * @param number grows from order to order of a hall; a terminal takes none twice and none out of
 *     turn
 * @param expiresAt after this it is not carried out
 * @param by staff number of whoever gave it, 1 to 20 letters and digits
 * @param what what is to be done
 */
public record Order(Topics to, long number, Instant expiresAt, String by, What what) {
  private static final String STAFF = "[A-Za-z0-9]{1,20}";

  public Order {
    demand(number > 0, "a number from 1");
    demand(by.matches(STAFF), "a staff number");
  }

  /** What can be wanted. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Close.class, name = "close"),
    @JsonSubTypes.Type(value = Reopen.class, name = "reopen"),
    @JsonSubTypes.Type(value = PrintTest.class, name = "printTest"),
    @JsonSubTypes.Type(value = RestartScreen.class, name = "restartScreen"),
    @JsonSubTypes.Type(value = RestartService.class, name = "restartService"),
    @JsonSubTypes.Type(value = PullLog.class, name = "pullLog"),
    @JsonSubTypes.Type(value = SetVolume.class, name = "setVolume"),
    @JsonSubTypes.Type(value = ShowNotice.class, name = "showNotice"),
    @JsonSubTypes.Type(value = EndNotice.class, name = "endNotice"),
    @JsonSubTypes.Type(value = Order.HelpComing.class, name = "helpComing"),
    @JsonSubTypes.Type(value = Order.HelpOver.class, name = "helpOver")
  })
  public sealed interface What {}

  /**
   * Take no more visits 暂停服务; one under way goes on to its end.
   *
   * @param reason what citizens read, 1 to 30 characters on one line
   * @param until when it is over by itself; absent until staff put the terminal back
   */
  public record Close(String reason, Optional<Instant> until) implements What {
    private static final int LONGEST = 30;

    public Close {
      demand(isLine(reason, LONGEST), "a reason of 1 to 30 characters on one line");
    }
  }

  /** Take visits again 恢复服务. */
  public record Reopen() implements What {}

  /** Print the receipt printer's test slip, which every kind of line is on. */
  public record PrintTest() implements What {}

  /** Load the citizen's page anew; not while somebody uses it. */
  public record RestartScreen() implements What {}

  /** End the terminal's program, so that its manager starts it anew; not during a visit. */
  public record RestartService() implements What {}

  /** Tell what the program wrote down last, without the values it was filled with. */
  public record PullLog() implements What {}

  /**
   * Speak and sound at this volume from now on; citizens can still change it for their visit.
   *
   * @param percent 0 to 100
   */
  public record SetVolume(int percent) implements What {
    public SetVolume {
      demand(percent >= 0 && percent <= 100, "a volume of 0 to 100");
    }
  }

  /**
   * Show citizens a notice, over whatever is on the screen, until it is ended.
   *
   * @param text what they read, 1 to 60 characters on one line
   * @param until when it ends by itself
   */
  public record ShowNotice(String text, Optional<Instant> until) implements What {
    private static final int LONGEST = 60;

    public ShowNotice {
      demand(isLine(text, LONGEST), "a notice of 1 to 60 characters on one line");
    }
  }

  /** Show the notice no longer. */
  public record EndNotice() implements What {}

  /**
   * Tell whoever called for staff that somebody is coming.
   *
   * @param who staff number
   */
  public record HelpComing(String who) implements What {
    public HelpComing {
      demand(who.matches(STAFF), "a staff number");
    }
  }

  /** Whoever called for staff was helped. */
  public record HelpOver() implements What {}

  private static boolean isLine(String text, int longest) {
    return !text.isBlank()
        && text.length() <= longest
        && text.chars().noneMatch(Character::isISOControl);
  }

  private static void demand(boolean fine, String what) {
    if (!fine) {
      throw new IllegalArgumentException("an order has " + what);
    }
  }
}
