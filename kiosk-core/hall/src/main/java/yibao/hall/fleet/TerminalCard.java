package yibao.hall.fleet;

import java.time.Instant;
import java.util.Optional;
import yibao.telemetry.Message;
import yibao.telemetry.Topics;
import yibao.telemetry.condition.Verdict;

/**
 * What the wall shows of a terminal.
 *
 * @param of which terminal of which hall
 * @param verdict what its state comes to
 * @param since since when its condition is what it is
 * @param heardAt when it was last heard, by the monitor's clock
 * @param state the last it told; absent where only its going was heard
 */
public record TerminalCard(
    Topics of, Verdict verdict, Instant since, Instant heardAt, Optional<Message.State> state) {

  /** The card of a terminal heard for the first time. */
  public static TerminalCard first(Topics of, Verdict verdict, Instant now) {
    return new TerminalCard(of, verdict, now, now, Optional.empty());
  }

  /** Judged anew; it is so since before where the condition has not changed. */
  public TerminalCard judged(Verdict next, Optional<Message.State> told, Instant now) {
    return new TerminalCard(
        of,
        next,
        next.condition() == verdict.condition() ? since : now,
        told.isPresent() ? now : heardAt,
        told.or(() -> state));
  }
}
