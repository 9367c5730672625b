package yibao.kiosk.window;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A hall's queue over HTTP: {@code PUT tickets/KEY} with what the number is for; 200 or 201 and a
 * ticket, 409 where there are no more numbers today. The interface is written down in {@code
 * deploy/docs/hall-queue.md}.
 */
public final class HallQueue implements QueueDesk {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(4);
  private static final int LONGEST_ANSWER = 16 * 1024;
  private static final int LONGEST_WORD = 20;
  private static final System.Logger LOG = System.getLogger(HallQueue.class.getName());

  private final URI address;
  private final ObjectMapper json = new ObjectMapper();

  /**
   * A queue.
   *
   * @param address of its interface; a slash at its end may be left out
   */
  public HallQueue(URI address) {
    this.address =
        address.toString().endsWith("/") ? address : URI.create(address.toString() + "/");
  }

  @Override
  public Answer take(Request request) {
    ObjectNode body =
        json.createObjectNode().put("terminal", request.terminal()).put("item", request.item());
    request.filing().ifPresent(number -> body.put("filing", number));
    HttpRequest put =
        HttpRequest.newBuilder(address.resolve("tickets/" + request.key()))
            .timeout(ANSWER)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Accept", "application/json")
            .PUT(BodyPublishers.ofString(body.toString()))
            .build();
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    try {
      return judge(
          client.send(put, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER)));
    } catch (IOException fault) {
      return unreachable(fault.getClass().getSimpleName());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return unreachable("interrupted");
    } finally {
      client.shutdownNow();
    }
  }

  private Answer judge(HttpResponse<byte[]> answer) throws IOException {
    return switch (answer.statusCode()) {
      case 200, 201 ->
          ticket(json.readTree(answer.body()))
              .<Answer>map(Answer.Taken::new)
              .orElseGet(() -> unreachable("not a ticket"));
      case 409 -> new Answer.Closed();
      default -> unreachable("HTTP " + answer.statusCode());
    };
  }

  private static Optional<Ticket> ticket(JsonNode body) {
    Optional<String> number = word(body, "number");
    Optional<String> counter = word(body, "counter");
    JsonNode ahead = body.path("ahead");
    Optional<LocalDateTime> from = Optional.empty();
    if (body.has("from")) {
      try {
        from = Optional.of(LocalDateTime.parse(body.path("from").asText()));
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }
    if (number.isEmpty() || counter.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Ticket(
            number.get(),
            counter.get(),
            ahead.canConvertToInt() && ahead.asInt() >= 0
                ? OptionalInt.of(ahead.asInt())
                : OptionalInt.empty(),
            from));
  }

  private static Optional<String> word(JsonNode body, String field) {
    return Optional.of(body.path(field).asText(""))
        .filter(text -> !text.isBlank() && text.length() <= LONGEST_WORD);
  }

  private static Answer unreachable(String why) {
    LOG.log(
        System.Logger.Level.WARNING,
        "[queue.no-number] the hall''s queue gave no number: {0}",
        why);
    return new Answer.Unreachable();
  }
}
