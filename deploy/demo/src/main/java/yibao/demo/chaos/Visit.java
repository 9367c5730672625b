package yibao.demo.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import yibao.simulators.idcard.CardContent;
import yibao.simulators.idcard.IdCardReaderSimulator;

/**
 * A citizen at the terminal: lays the card, answers what the screen asks, step by step, until a
 * result is shown or the terminal is dead.
 */
public final class Visit {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(60);
  private static final int MOST_LOOKS = 600;
  private static final String STROKES =
      "{\"strokes\":[[{\"x\":0,\"y\":0,\"t\":0},{\"x\":300,\"y\":40,\"t\":300}]],"
          + "\"width\":800,\"height\":300}";

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ObjectMapper json = new ObjectMapper();
  private final URI terminal;
  private final IdCardReaderSimulator reader;
  private final Told told;
  private final Runnable answered;

  /**
   * Prepares a visit.
   *
   * @param answered called after each answer the terminal took
   */
  public Visit(URI terminal, IdCardReaderSimulator reader, Told told, Runnable answered) {
    this.terminal = terminal;
    this.reader = reader;
    this.told = told;
    this.answered = answered;
  }

  /**
   * What is filed, and by whom.
   *
   * @param address what is typed where an address is asked for
   */
  public record Plan(CardContent card, int item, LocalDate begin, LocalDate end, String address) {

    /** With an ordinary address. */
    Plan(CardContent card, int item, LocalDate begin, LocalDate end) {
      this(card, item, begin, end, "梧桐里12号3单元401室");
    }
  }

  /** Goes through the visit; ends quietly when the terminal dies. */
  public void run(Plan plan) throws InterruptedException {
    run(plan, Integer.MAX_VALUE);
  }

  /** Leaves the terminal to the next citizen. */
  public void leave() throws IOException, InterruptedException {
    call("DELETE", "api/journey", null);
  }

  /** Goes through the visit up to so many answers; ends quietly when the terminal dies. */
  void run(Plan plan, int mostAnswers) throws InterruptedException {
    int answers = 0;
    try {
      JsonNode view = call("POST", "api/journey", null);
      for (int looks = 0; looks < MOST_LOOKS && answers < mostAnswers; looks++) {
        JsonNode step = view.path("step");
        if (step.path("kind").asText().equals("answer")) {
          return;
        }
        Optional<JsonNode> answer = answer(step, plan);
        if (step.path("kind").asText().equals("result")) {
          told.shown(
              step.path("outcome").asText(),
              Optional.ofNullable(step.get("number")).map(JsonNode::asText));
          return;
        }
        if (answer.isEmpty()) {
          Thread.sleep(LOOK_AGAIN);
          view = call("GET", "api/journey", null);
          continue;
        }
        if (step.path("kind").asText().equals("review")) {
          told.pressed();
        }
        ObjectNode body = json.createObjectNode();
        body.put("step", step.path("kind").asText());
        body.put("revision", view.path("revision").asInt());
        body.set("answer", answer.get());
        view = call("POST", "api/journey/answer", body);
        answers++;
        answered.run();
      }
    } catch (IOException terminalIsDead) {
      // That is what the visit is for.
    } finally {
      reader.lift();
    }
  }

  /** Empty where there is nothing to touch: the screen changes by itself. */
  private Optional<JsonNode> answer(JsonNode step, Plan plan) throws IOException {
    return switch (step.path("kind").asText()) {
      case "choose" -> Optional.of(json.createObjectNode().put("item", plan.item()));
      case "brief" -> Optional.of(json.createObjectNode().put("choice", "start"));
      case "identify" -> {
        if (step.path("phase").asText().equals("confirm")) {
          yield Optional.of(json.createObjectNode().put("me", true));
        }
        reader.lay(plan.card());
        yield Optional.empty();
      }
      case "question" -> Optional.of(json.createObjectNode().put("value", value(step, plan)));
      case "commitment" ->
          Optional.of(
              json.createObjectNode()
                  .put("accepted", true)
                  .put("readToEnd", true)
                  .put("digest", step.path("digest").asText()));
      case "sign" -> Optional.of(json.readTree(STROKES));
      case "review" -> Optional.of(json.createObjectNode().put("submit", true));
      case "result", "wait" -> Optional.empty();
      default ->
          Optional.of(
              json.createObjectNode()
                  .put("choice", step.path("choices").path(0).path("id").asText()));
    };
  }

  private static String value(JsonNode step, Plan plan) {
    if (!step.path("options").isEmpty()) {
      return step.path("options").path(0).path("value").asText();
    }
    return Map.of(
            "destination", "310000",
            "begin", plan.begin().toString(),
            "end", plan.end().toString(),
            "address", plan.address(),
            "phone", "13900000001")
        .getOrDefault(step.path("field").asText(), "");
  }

  private JsonNode call(String method, String path, JsonNode body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(terminal.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(
                    method,
                    body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body.toString()))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    // 409 brings the current step, as after a card that was just laid.
    if (answer.statusCode() != 200 && answer.statusCode() != 409) {
      throw new IOException(path + " gave " + answer.statusCode());
    }
    return json.readTree(answer.body());
  }
}
