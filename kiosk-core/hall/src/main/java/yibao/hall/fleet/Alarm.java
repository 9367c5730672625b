package yibao.hall.fleet;

import java.time.Instant;
import java.util.Optional;
import yibao.telemetry.Topics;
import yibao.telemetry.condition.Finding;

/**
 * A finding that somebody should see to, from when it was found until it is gone.
 *
 * @param id its number at this monitor
 * @param of whose it is
 * @param finding what is wrong
 * @param first when it was found
 * @param last when it was found again last
 * @param count how often it was found
 * @param acknowledged who has seen it
 * @param cleared when it was gone
 */
public record Alarm(
    long id,
    Topics of,
    Finding finding,
    Instant first,
    Instant last,
    int count,
    Optional<Seen> acknowledged,
    Optional<Instant> cleared) {

  /** Somebody has seen it. */
  public record Seen(String by, Instant at) {}
}
