package yibao.demo;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import yibao.kiosk.app.Terminal;
import yibao.kiosk.app.TerminalConfig;

/**
 * A terminal in a process of its own, whose time can be moved and whose memory can be looked at.
 * Says {@code ready ADDRESS}, then does what it reads, {@code pass DURATION} or {@code dump FILE},
 * and says {@code done} after each.
 */
public final class WatchedTerminal {

  private WatchedTerminal() {}

  /** {@code CONFIG}: serves until its input ends. */
  public static void main(String[] args) throws IOException {
    AdjustableTime time = new AdjustableTime();
    Terminal terminal = Terminal.start(TerminalConfig.read(Path.of(args[0])), time, List.of());
    System.out.println("ready http://127.0.0.1:" + terminal.port() + "/");
    try (BufferedReader told =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = told.readLine(); line != null; line = told.readLine()) {
        String[] words = line.split(" ", 2);
        switch (words[0]) {
          case "pass" -> time.advance(Duration.parse(words[1]));
          case "dump" -> dump(words[1]);
          default -> throw new IllegalArgumentException(words[0]);
        }
        System.out.println("done");
      }
    }
    terminal.close();
    time.close();
  }

  /** What can still be reached; the rest is anybody's bytes already. */
  private static void dump(String file) throws IOException {
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file, true);
  }
}
