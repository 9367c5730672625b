package yibao.kiosk.catalog;

import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/**
 * How the windows of a 统筹区 take what a terminal hands them.
 *
 * @param closes what is submitted on a working day before this time is accepted that day
 * @param originalsWithin working days in which originals must be shown after 已收件
 * @param leniency what may be brought later 容缺受理; empty where nothing may
 */
public record Counters(LocalTime closes, int originalsWithin, Optional<Leniency> leniency) {

  /** Where the pool says nothing. */
  public static final Counters USUAL = new Counters(LocalTime.of(17, 0), 15, Optional.empty());

  /**
   * 容缺受理.
   *
   * @param workingDays in which the rest must be brought
   * @param documents kinds of paper that may come later
   */
  public record Leniency(int workingDays, Set<String> documents) {
    public Leniency {
      documents = Set.copyOf(documents);
    }
  }

  /** Whether a paper may be brought later. */
  public boolean mayComeLater(Checklist.Paper paper) {
    return leniency.filter(rule -> rule.documents().contains(paper.id())).isPresent();
  }
}
