package yibao.hall.watch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import yibao.telemetry.DefaultsSeal;
import yibao.telemetry.HallDefaults;
import yibao.telemetry.Topics;

/**
 * Sees that every terminal that is heard of has the hall's defaults, which are a file: whoever
 * changes it changes them everywhere, whoever empties it leaves each terminal to itself. What is no
 * YAML is not sent; what a terminal cannot use it answers.
 */
public final class DefaultsDesk implements AutoCloseable {
  private static final Logger LOG = System.getLogger(DefaultsDesk.class.getName());
  private static final Duration LOOK = Duration.ofSeconds(10);
  private static final ObjectMapper YAML = new YAMLMapper();

  private final Path file;
  private final PrivateKey key;
  private final InstantSource clock;
  private final Watch.Teller teller;
  private final Map<Topics, Long> told = new HashMap<>();
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("defaults").factory());
  private Optional<String> text = Optional.empty();
  private String complaint = "";
  private long number;

  /**
   * @param file the defaults, YAML
   * @param key what they are signed with
   * @param teller sends
   */
  public DefaultsDesk(Path file, PrivateKey key, InstantSource clock, Watch.Teller teller) {
    this.file = file;
    this.key = key;
    this.clock = clock;
    this.teller = teller;
  }

  /** Begins to look at the file. */
  public void start() {
    worker.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A terminal was heard; returns at once. */
  public void heard(Topics of) {
    worker.execute(
        () -> {
          told.putIfAbsent(of, 0L);
          tell();
        });
  }

  /** The broker is there again; it may have forgotten what it was to keep. Returns at once. */
  public void again() {
    worker.execute(
        () -> {
          told.replaceAll((_, _) -> 0L);
          tell();
        });
  }

  private void look() {
    try {
      String written = Files.exists(file) ? Files.readString(file) : "";
      if (text.filter(written::equals).isEmpty()) {
        take(written);
      }
      complaint = "";
    } catch (IOException | IllegalArgumentException e) {
      // Until somebody mends the file, once is enough.
      if (!complaint.equals(String.valueOf(e.getMessage()))) {
        complaint = String.valueOf(e.getMessage());
        LOG.log(
            Level.ERROR,
            "[hall.defaults-unusable] the defaults in {0} cannot be sent: {1}",
            file,
            complaint);
      }
    }
  }

  private void take(String written) throws IOException {
    if (!written.isBlank() && !YAML.readTree(written).isObject()) {
      throw new IOException("no keys and values");
    }
    if (written.getBytes(StandardCharsets.UTF_8).length > HallDefaults.MOST_BYTES) {
      throw new IOException("longer than 8 KiB");
    }
    // Terminals take none with a smaller number, however the clock was set.
    number = Math.max(clock.millis(), number + 1);
    text = Optional.of(written);
    tell();
  }

  private void tell() {
    text.ifPresent(
        it ->
            told.replaceAll(
                (of, sent) -> {
                  if (sent < number) {
                    teller.tell(
                        of, DefaultsSeal.seal(new HallDefaults(of.hall(), number, it), key));
                  }
                  return number;
                }));
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
