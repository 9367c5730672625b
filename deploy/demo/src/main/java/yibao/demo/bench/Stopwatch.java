package yibao.demo.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import java.util.OptionalDouble;

/** Time on the wall and time this thread was at work, from the moment it is made. */
final class Stopwatch {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final long cpu = THREADS.getCurrentThreadCpuTime();
  private final long start = System.nanoTime();

  /** What a frame gave, and the time since. */
  QrPeer.Outcome gave(Optional<String> text) {
    double millis = (System.nanoTime() - start) / 1e6;
    return new QrPeer.Outcome(
        text, millis, OptionalDouble.of((THREADS.getCurrentThreadCpuTime() - cpu) / 1e6));
  }
}
