package yibao.kiosk.app.systemd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.filing.HandMadeTime;

/** A socat stands where the service manager would, and writes down what it hears. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServiceManagerTest {

  @TempDir private Path folder;
  private Path socket;
  private Process manager;
  private final HandMadeTime time = new HandMadeTime();

  @BeforeEach
  void listen() throws IOException, InterruptedException {
    socket = folder.resolve("notify");
    manager = new ProcessBuilder("socat", "-u", "UNIX-RECV:" + socket, "STDOUT").start();
    while (!Files.exists(socket)) {
      assertTrue(manager.isAlive(), "socat listens");
      manager.waitFor(10, TimeUnit.MILLISECONDS);
    }
  }

  @AfterEach
  void stop() {
    manager.destroyForcibly();
  }

  @Test
  void the_manager_hears_that_the_terminal_serves_and_that_it_stops() throws IOException {
    ServiceManager told = ServiceManager.of(Map.of("NOTIFY_SOCKET", socket.toString()));
    told.ready();
    told.stopping();
    assertEquals("READY=1STOPPING=1", heard("READY=1STOPPING=1".length()));
  }

  @Test
  void a_sign_of_life_is_given_only_while_there_is_life() throws IOException {
    boolean[] lives = {true};
    Watchdog watchdog =
        new Watchdog(
            ServiceManager.of(
                Map.of("NOTIFY_SOCKET", socket.toString(), "WATCHDOG_USEC", "30000000")),
            time,
            patience -> {
              assertEquals(Duration.ofSeconds(10), patience);
              if (!lives[0]) {
                throw new IOException("nothing answers");
              }
            });
    watchdog.start();
    time.pass(Duration.ofSeconds(10));
    lives[0] = false;
    time.pass(Duration.ofSeconds(10));
    lives[0] = true;
    time.pass(Duration.ofSeconds(10));
    watchdog.close();
    ServiceManager.of(Map.of("NOTIFY_SOCKET", socket.toString())).stopping();
    assertEquals(
        "WATCHDOG=1WATCHDOG=1STOPPING=1", heard("WATCHDOG=1WATCHDOG=1STOPPING=1".length()));
  }

  @Test
  void a_watch_kept_over_another_process_is_not_ours() {
    Map<String, String> environment = Map.of("WATCHDOG_USEC", "30000000", "WATCHDOG_PID", "1");
    assertEquals(Optional.empty(), ServiceManager.of(environment).watchdog());
  }

  @Test
  void a_manager_that_has_gone_stops_nothing() throws InterruptedException {
    manager.destroyForcibly().waitFor();
    ServiceManager.of(Map.of("NOTIFY_SOCKET", socket.toString())).alive();
  }

  @Test
  void a_socket_address_of_another_kind_is_refused_by_name() {
    IllegalArgumentException fault =
        assertThrows(
            IllegalArgumentException.class,
            () -> ServiceManager.of(Map.of("NOTIFY_SOCKET", "vsock:2:1")));
    assertTrue(fault.getMessage().contains("NOTIFY_SOCKET"));
  }

  private String heard(int bytes) throws IOException {
    InputStream in = manager.getInputStream();
    return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
  }
}
