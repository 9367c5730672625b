package yibao.demo.hall;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that is started again a little after it ended, as the service manager does. */
final class KeptProcess implements AutoCloseable {
  private static final long PAUSE_SECONDS = 5;
  private static final long STOP_SECONDS = 10;

  private final String name;
  private final ProcessBuilder program;
  private final PrintWriter out;
  private volatile Process process;
  private volatile boolean closed;

  private KeptProcess(String name, ProcessBuilder program, PrintWriter out) {
    this.name = name;
    this.program = program;
    this.out = out;
  }

  /**
   * Starts it.
   *
   * @param name what it is called on the screen
   * @param log takes what it writes
   */
  static KeptProcess start(String name, List<String> command, Path log, PrintWriter out)
      throws IOException {
    KeptProcess kept =
        new KeptProcess(
            name,
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())),
            out);
    kept.process = kept.program.start();
    Thread.ofVirtual().name("keep " + name).start(kept::keep);
    return kept;
  }

  /** Its number among the system's processes, of the one that runs now. */
  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    closed = true;
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  private void keep() {
    try {
      while (!closed) {
        int code = process.waitFor();
        if (closed) {
          return;
        }
        say(name + " 停了（" + code + "），" + PAUSE_SECONDS + " 秒后重新启动");
        TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
        if (!closed) {
          process = program.start();
          say(name + " 重新启动，进程 " + process.pid());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      say(name + " 没有再启动起来：" + e.getMessage());
    }
  }

  private void say(String sentence) {
    out.println(sentence);
    out.flush();
  }
}
