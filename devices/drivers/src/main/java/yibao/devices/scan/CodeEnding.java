package yibao.devices.scan;

import java.time.Duration;

/** How an engine without packets shows that a code is whole; packets show it by themselves. */
public enum CodeEnding {
  /**
   * By a suffix: CR, LF or ETX, as the makers deliver their engines. A code whose suffix never came
   * was cut and is nobody's.
   */
  SUFFIX(Duration.ofMillis(500)),

  /**
   * By silence alone: for an engine whose suffix is switched off. A code that a bad line cut short
   * cannot be told from a whole one.
   */
  SILENCE(Duration.ofMillis(100));

  private final Duration gap;

  CodeEnding(Duration gap) {
    this.gap = gap;
  }

  /** How long nothing may come before the line counts as silent. */
  Duration gap() {
    return gap;
  }
}
