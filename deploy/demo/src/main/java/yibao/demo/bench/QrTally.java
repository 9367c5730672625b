package yibao.demo.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import yibao.simulators.camera.CameraFrame;
import yibao.simulators.camera.FrameKind;

/** Adds up what one reader made of the frames. */
final class QrTally {
  private final List<Double> withCode = new ArrayList<>();
  private final List<Double> withoutCode = new ArrayList<>();
  private final Map<FrameKind, Integer> reads = new EnumMap<>(FrameKind.class);
  private final List<Double> work = new ArrayList<>();
  private int wrong;

  void add(CameraFrame frame, QrPeer.Outcome outcome) {
    (frame.text().isPresent() ? withCode : withoutCode).add(outcome.millis());
    if (frame.text().isPresent()) {
      outcome.cpuMillis().ifPresent(work::add);
    }
    if (outcome.text().isPresent()) {
      if (outcome.text().equals(frame.text())) {
        reads.merge(frame.kind(), 1, Integer::sum);
      } else {
        wrong++;
      }
    }
  }

  static String heading() {
    return "%-20s %12s %6s %8s %8s %8s %8s %8s %10s"
        .formatted("reader", "reads", "wrong", "median", "p95", "mean", "worst", "cpu", "no code");
  }

  /**
   * Times in milliseconds on the wall; cpu is the median of the thread's work where it can be told,
   * the last column the mean over frames without a code.
   */
  String row(String reader) {
    List<Double> sorted = withCode.stream().sorted().toList();
    int right = reads.values().stream().mapToInt(Integer::intValue).sum();
    return String.format(
        Locale.ROOT,
        "%-20s %4d/%d %3.0f%% %6d %8.1f %8.1f %8.1f %8.1f %8s %10.1f",
        reader,
        right,
        sorted.size(),
        100.0 * right / sorted.size(),
        wrong,
        quantile(sorted, 0.5),
        quantile(sorted, 0.95),
        mean(sorted),
        quantile(sorted, 1),
        work.isEmpty()
            ? "-"
            : String.format(Locale.ROOT, "%.1f", quantile(work.stream().sorted().toList(), 0.5)),
        mean(withoutCode));
  }

  /** Share of the frames with a code that were read right, 0..1. */
  double share() {
    return reads.values().stream().mapToInt(Integer::intValue).sum() / (double) withCode.size();
  }

  /** Milliseconds over frames with a code. */
  double median() {
    return quantile(withCode.stream().sorted().toList(), 0.5);
  }

  /** Frames read as something that they do not say. */
  int wrong() {
    return wrong;
  }

  int readsOf(FrameKind kind) {
    return reads.getOrDefault(kind, 0);
  }

  private static double quantile(List<Double> sorted, double part) {
    return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(part * sorted.size())));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }
}
