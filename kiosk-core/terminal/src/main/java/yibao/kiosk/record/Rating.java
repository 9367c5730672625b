package yibao.kiosk.record;

import java.time.Instant;
import java.util.List;

/**
 * A 好差评: how satisfied a citizen was, told of their own accord and without a name.
 *
 * @param about what is rated, once: the key of a filing, or of a visit without one
 * @param region id of the region whose list the item stands in
 * @param item its printed number
 * @param level 1 非常不满意 to 5 非常满意
 * @param reasons what was wrong, in stable words; only for the two bad levels
 * @param at when
 */
public record Rating(
    String about, String region, int item, int level, List<String> reasons, Instant at) {

  /** The best level. */
  public static final int BEST = 5;

  private static final int WORST_STILL_GOOD = 3;

  public Rating {
    if (level < 1 || level > BEST) {
      throw new IllegalArgumentException("a rating has a level from 1 to 5, not " + level);
    }
    reasons = List.copyOf(reasons);
  }

  /** Whether staff have to see to it: 不满意, 非常不满意. */
  public boolean isBad() {
    return level < WORST_STILL_GOOD;
  }
}
