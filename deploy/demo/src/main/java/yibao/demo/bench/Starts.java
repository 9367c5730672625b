package yibao.demo.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One program, started in one way again and again. */
final class Starts {

  private final List<String> command;
  private final int port;
  private final String path;
  private final Path log;
  private final List<Double> wall = new ArrayList<>();
  private final List<Double> processor = new ArrayList<>();

  /**
   * @param path what it answers with 200
   * @param log takes what its last run wrote
   */
  Starts(List<String> command, int port, String path, Path log) {
    this.command = command;
    this.port = port;
    this.path = path;
    this.log = log;
  }

  /** Starts it, notes how long it took, and ends it. */
  void once() throws IOException, InterruptedException {
    try (ServingProcess process = ServingProcess.start(command, port, path, log)) {
      wall.add(seconds(process.untilServing()));
      processor.add(seconds(process.processorTime()));
    }
  }

  /** Median of the seconds from the process's start to its first answer. */
  double seconds() {
    return Median.of(wall);
  }

  /** Median of the seconds that processors had worked for it by then. */
  double processorSeconds() {
    return Median.of(processor);
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
