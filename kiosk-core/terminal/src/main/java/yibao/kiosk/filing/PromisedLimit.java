package yibao.kiosk.filing;

import yibao.kiosk.catalog.TimeLimit;
import yibao.kiosk.record.Shortfall;

/** A limit that a filing on record carries, as the list's rules count it: from acceptance on. */
public final class PromisedLimit {

  private PromisedLimit() {}

  /** The limit that begins with acceptance. */
  public static TimeLimit.Counted beginning(Shortfall.Limit limit) {
    return switch (limit.unit()) {
      case WORKING_DAYS -> new TimeLimit.WorkingDays(limit.count(), TimeLimit.Start.ACCEPTED);
      case NATURAL_DAYS -> new TimeLimit.NaturalDays(limit.count(), TimeLimit.Start.ACCEPTED);
      case MONTHS -> new TimeLimit.Months(limit.count(), TimeLimit.Start.ACCEPTED);
    };
  }
}
