package yibao.kiosk.catalog;

import java.util.List;
import java.util.Optional;

/**
 * One way an item can go: what it asks of the citizen and how it ends.
 *
 * @param id unique in its item
 * @param name what people call this case, absent for an item's only branch
 * @param when the facts under which it holds; always for the last branch of an item
 * @param ending how it ends here
 * @param intake for an {@link Ending#ACCEPTANCE}, whether 受理 happens here or at the window later
 * @param task what the terminal performs; {@link Task.None} for guidance
 * @param credential which credentials are accepted
 * @param assurance how sure it must be who stands there
 * @param materials what to bring, fill in or sign
 * @param limit how long it takes
 * @param otherLimits limits that differ through another channel
 * @param effective when the result takes effect, as printed, where it is printed
 * @param notes what else one must know in this case
 * @param stages 办理环节 in order; empty where the list prints none
 * @param channels where and how it can be handed in
 * @param acceptedBy who accepts it, where our reading knows more than the pool's own office
 * @param agent what the list says about 委托办理
 */
public record Branch(
    String id,
    Optional<String> name,
    Condition when,
    Ending ending,
    Intake intake,
    Task task,
    CredentialRule credential,
    Assurance assurance,
    Material materials,
    TimeLimit limit,
    List<ChannelLimit> otherLimits,
    Optional<String> effective,
    List<String> notes,
    List<Stage> stages,
    List<Channel> channels,
    Optional<String> acceptedBy,
    AgentRule agent) {

  public Branch {
    otherLimits = List.copyOf(otherLimits);
    notes = List.copyOf(notes);
    stages = List.copyOf(stages);
    channels = List.copyOf(channels);
  }

  /** Whether only a hospital can do it. */
  public boolean isAtHospital() {
    return limit instanceof TimeLimit.ByHospital
        || (!channels.isEmpty()
            && channels.stream().allMatch(channel -> channel.kind() == Channel.Kind.HOSPITAL));
  }

  /** How far an acceptance gets on the terminal. */
  public enum Intake {
    /** 已受理: the due date counts from now. */
    ACCEPTED("accepted"),
    /** 已收件: a window must still see the originals, the due date starts then. */
    RECEIVED("received");

    private final String key;

    Intake(String key) {
      this.key = key;
    }

    /** The word in packs, exports and the HTTP interface. */
    public String key() {
      return key;
    }
  }

  /**
   * A limit for those who hand in through another channel.
   *
   * @param channel the channel as printed
   * @param limit the limit through it
   */
  public record ChannelLimit(String channel, TimeLimit limit) {}
}
