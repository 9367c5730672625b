package yibao.demo.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A wall on the monitor's event stream: how long after a terminal spoke it could be seen there. A
 * state that was replaced within a quarter of a second is never seen, the one that replaced it is.
 */
final class WallEar implements AutoCloseable {
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, String> seen = new HashMap<>();
  private final AtomicLong bytes = new AtomicLong();
  private long[] millis = new long[1024];
  private int count;
  private volatile boolean open;
  private volatile boolean closed;

  /** Opens the stream; returns when everything there is was heard. */
  static WallEar open(int port) throws IOException, InterruptedException {
    WallEar ear = new WallEar();
    HttpResponse<Stream<String>> response =
        ear.http.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/hall/events"))
                .build(),
            HttpResponse.BodyHandlers.ofLines());
    Thread.ofPlatform().daemon().name("wall").start(() -> ear.listen(response.body()));
    while (!ear.open) {
      Thread.sleep(20);
    }
    return ear;
  }

  /**
   * What was heard since the last look.
   *
   * @param millis from the terminal's word to the wall, the shortest first
   * @param bytes of the stream
   */
  record Heard(long[] millis, long bytes) {

    /** A share of them took at most so long. */
    long at(double share) {
      return millis.length == 0 ? -1 : millis[(int) ((millis.length - 1) * share)];
    }
  }

  /** What was heard since the last look. */
  synchronized Heard take() {
    long[] taken = Arrays.copyOf(millis, count);
    Arrays.sort(taken);
    count = 0;
    return new Heard(taken, bytes.getAndSet(0));
  }

  @Override
  public void close() {
    closed = true;
    http.shutdownNow();
  }

  private void listen(Stream<String> lines) {
    try {
      String event = "";
      for (String line : (Iterable<String>) lines::iterator) {
        bytes.addAndGet(line.getBytes(StandardCharsets.UTF_8).length + 1L);
        if (line.startsWith("event: ")) {
          event = line.substring("event: ".length());
        } else if (line.startsWith("data: ")) {
          hear(event, json.readTree(line.substring("data: ".length())));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      if (!closed) {
        throw new IllegalStateException("the wall's stream ended", e);
      }
    }
  }

  private void hear(String event, JsonNode data) {
    Instant now = Instant.now();
    boolean changes = event.equals("changes");
    for (JsonNode terminal : data.path("terminals")) {
      said(
          changes,
          "state " + terminal.path("terminal").asText(),
          terminal.path("state").path("sentAt").asText(),
          now);
    }
    for (JsonNode alarm : data.path("alarms")) {
      if (alarm.path("code").asText().equals("print-unknown")) {
        said(changes, "alarm " + alarm.path("id").asText(), alarm.path("last").asText(), now);
      }
    }
    open = true;
  }

  private void said(boolean counts, String who, String when, Instant now) {
    // What a card or an alarm says again is not said anew.
    if (when.isEmpty() || when.equals(seen.put(who, when)) || !counts) {
      return;
    }
    synchronized (this) {
      if (count == millis.length) {
        millis = Arrays.copyOf(millis, 2 * count);
      }
      millis[count++] = Duration.between(Instant.parse(when), now).toMillis();
    }
  }
}
