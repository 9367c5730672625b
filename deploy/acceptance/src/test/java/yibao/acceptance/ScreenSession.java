package yibao.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The session of the screen as the package starts it: its own script with its own browser's flags.
 * Instead of a compositor the browser draws to nowhere; it may be looked at from outside.
 */
final class ScreenSession implements AutoCloseable {

  private static final Path SCRIPT =
      Path.of("..", "package", "files", "usr", "lib", "yibao-kiosk", "bin", "screen")
          .toAbsolutePath()
          .normalize();

  private static final String HEADLESS =
      """
      #!/bin/sh
      exec /usr/bin/chromium --headless=new --no-sandbox --disable-gpu --remote-debugging-port=0 \
        --window-size=1080,1920 "$@"
      """;

  private final Process process;
  private final Path folder;

  private ScreenSession(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
  }

  /** Starts the session before a service. */
  static ScreenSession start(URI service, Path folder) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path chromium = Files.writeString(bin.resolve("chromium"), HEADLESS);
    Files.setPosixFilePermissions(chromium, PosixFilePermissions.fromString("rwx------"));
    ProcessBuilder session = new ProcessBuilder("/bin/sh", SCRIPT.toString());
    String address = service.toString();
    session
        .environment()
        .putAll(
            Map.of(
                "PATH",
                bin + ":" + System.getenv("PATH"),
                "XDG_RUNTIME_DIR",
                folder.toString(),
                "YIBAO_COMPOSITOR",
                "",
                "YIBAO_SCREEN_URL",
                address.substring(0, address.length() - 1)));
    Path log = folder.resolve("session.log");
    return new ScreenSession(
        session.redirectErrorStream(true).redirectOutput(log.toFile()).start(), folder);
  }

  /** Every process that draws, an idle one in waiting too. */
  List<ProcessHandle> renderers() {
    return process
        .descendants()
        .filter(one -> commandLine(one).contains("--type=renderer"))
        .toList();
  }

  private static String commandLine(ProcessHandle one) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(one.pid()), "cmdline"), UTF_8);
    } catch (IOException e) {
      // It has ended in this very moment.
      return "";
    }
  }

  /** All words on the glass, once a step stands there. */
  String words() throws IOException {
    String port = Files.readAllLines(folder.resolve("browser/DevToolsActivePort")).getFirst();
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright.chromium().connectOverCDP("http://127.0.0.1:" + port)) {
      Page page = browser.contexts().getFirst().pages().getFirst();
      page.locator("[data-step]").waitFor();
      return page.locator("body").innerText();
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> all = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
