package yibao.demo.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Cuts a trial's link after no byte, after one, and so on, until the exchange is over before the
 * cut. Cuts wait far more than they work: several run at once, each with a device of its own.
 */
final class EveryByte {
  /** The ports of this machine are shared with others; one may be gone while a relay is pulled. */
  private static final int TRIES = 3;

  private final int step;
  private final int atOnce;

  /**
   * @param step how many bytes from one cut to the next, at least 1
   * @param atOnce how many cuts at once, at least 1
   */
  EveryByte(int step, int atOnce) {
    this.step = step;
    this.atOnce = atOnce;
  }

  /**
   * What came of it.
   *
   * @param bytes after how many the exchange was over
   * @param tried how many cuts fell into the exchange
   * @param failed after which the device did not recover
   */
  record Report(int bytes, int tried, List<Integer> failed) {}

  /** Hears of every cut, from any thread. */
  @FunctionalInterface
  interface Progress {
    /**
     * One more was tried.
     *
     * @param at after which byte
     * @param outcome what came of it
     * @param tried how many so far
     */
    void tried(int at, LinkTrial.Outcome outcome, int tried);
  }

  /** Tries them all. */
  Report run(LinkTrial trial, Progress progress) throws IOException, InterruptedException {
    Run run = new Run(trial, progress);
    try (ExecutorService workers =
        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("cut ", 1).factory())) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < (trial.side() ? atOnce : 1); i++) {
        all.add(
            workers.submit(
                () -> {
                  run.work();
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IOException(trial.label(), e);
    }
    return run.report();
  }

  private final class Run {
    private final LinkTrial trial;
    private final Progress progress;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger over = new AtomicInteger(Integer.MAX_VALUE);
    private final SortedMap<Integer, LinkTrial.Outcome> outcomes = new ConcurrentSkipListMap<>();

    private Run(LinkTrial trial, Progress progress) {
      this.trial = trial;
      this.progress = progress;
    }

    private void work() throws IOException, InterruptedException {
      for (int at = next.getAndAdd(step); at < over.get(); at = next.getAndAdd(step)) {
        LinkTrial.Outcome outcome = cutAfter(at);
        if (outcome == LinkTrial.Outcome.OVER) {
          over.accumulateAndGet(at, Math::min);
        } else {
          outcomes.put(at, outcome);
          progress.tried(at, outcome, outcomes.size());
        }
      }
    }

    private LinkTrial.Outcome cutAfter(int at) throws IOException, InterruptedException {
      for (int attempt = 1; ; attempt++) {
        try {
          return trial.cutAfter(at);
        } catch (UncheckedIOException e) {
          if (attempt == TRIES) {
            throw e.getCause();
          }
        }
      }
    }

    private Report report() {
      SortedMap<Integer, LinkTrial.Outcome> within = outcomes.headMap(over.get());
      return new Report(
          over.get(),
          within.size(),
          within.entrySet().stream()
              .filter(one -> one.getValue() == LinkTrial.Outcome.FAILED)
              .map(Map.Entry::getKey)
              .toList());
    }
  }
}
