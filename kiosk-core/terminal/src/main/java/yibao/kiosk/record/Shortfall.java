package yibao.kiosk.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a filing lacks 缺件: why it is only received, or was given back.
 *
 * @param materials what is missing, as the platform calls the papers
 * @param words what the examiner says; may be empty
 * @param by last day to hand it in, where there is one
 * @param limit the limit promised from the day it is handed in; empty where none begins then
 */
public record Shortfall(
    List<String> materials, String words, Optional<LocalDate> by, Optional<Limit> limit) {

  public Shortfall {
    materials = List.copyOf(materials);
  }

  /**
   * A promised limit.
   *
   * @param count one or more
   */
  public record Limit(int count, Unit unit) {}

  /** What a limit is counted in. */
  public enum Unit {
    /** 个工作日. */
    WORKING_DAYS,
    /** 个自然日. */
    NATURAL_DAYS,
    /** 个月. */
    MONTHS
  }
}
