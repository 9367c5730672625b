package yibao.devices.qr;

import java.util.List;

/**
 * One way to look for finder patterns.
 *
 * @param name what {@code --explain} calls it
 * @param rows every how many rows to look
 */
record SearchStep(String name, Threshold threshold, int rows) {

  /** What reads nearly everything that is not spoilt: wide enough for large modules, no blur. */
  static final SearchStep FIRST = new SearchStep("mean-65", new Threshold(1, 65, 100), 3);

  /** The others, in the order of reads gained for time spent. */
  static final List<SearchStep> RETRIES =
      List.of(
          new SearchStep("mean-17", new Threshold(1, 17, 97), 2),
          new SearchStep("mean-97-smooth", new Threshold(3, 97, 100), 3),
          new SearchStep("mean-33-smooth", new Threshold(3, 33, 94), 2),
          new SearchStep("mean-49-smoother", new Threshold(5, 49, 100), 3));
}
