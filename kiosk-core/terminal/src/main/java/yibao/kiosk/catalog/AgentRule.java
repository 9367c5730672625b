package yibao.kiosk.catalog;

import java.util.Set;

/** What a list says about 委托办理, somebody standing in for the person. */
public sealed interface AgentRule {

  /** The list prints no rule. */
  record NotPrinted() implements AgentRule {}

  /** Only the person in question may do it. */
  record NotAllowed() implements AgentRule {}

  /**
   * An agent may do it.
   *
   * @param channels only through these; empty for all
   * @param papers what agent and principal must bring
   */
  record Allowed(Set<Channel.Kind> channels, Material papers) implements AgentRule {
    public Allowed {
      channels = Set.copyOf(channels);
    }

    /** Whether an agent may come to this terminal with it. */
    public boolean atTerminal() {
      return channels.isEmpty() || channels.contains(Channel.Kind.TERMINAL);
    }
  }
}
