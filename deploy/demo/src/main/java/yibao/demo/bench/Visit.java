package yibao.demo.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One citizen's visit over HTTP, from the first touch to the printed receipt: answers whatever step
 * comes, as a screen would.
 */
public final class Visit {

  private static final Duration CALL_LIMIT = Duration.ofSeconds(30);
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int LOOK_AGAIN_MILLIS = 50;

  /** Where the terminal stands, whatever the zone of the machine. */
  private static final ZoneId HALL = ZoneId.of("Asia/Shanghai");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ObjectMapper json = new ObjectMapper();
  private final URI terminal;
  private final URI world;
  private final String person;
  private final Map<String, String> fields;
  private boolean cardLaid;
  private Optional<Integer> mark = Optional.empty();
  private boolean printed;

  /**
   * @param terminal where the terminal serves
   * @param world where {@code /sim} is
   * @param person who comes
   */
  public Visit(URI terminal, URI world, String person) {
    this.terminal = terminal;
    this.world = world;
    this.person = person;
    this.fields =
        Map.of(
            "destination", "310000",
            "begin", LocalDate.now(HALL).toString(),
            "end", "",
            "address", "示例路一号院二栋",
            "phone", "13900001111");
  }

  /**
   * Rates the visit at its end.
   *
   * @param level 1 to 5, the worst first
   */
  public Visit rating(int level) {
    mark = Optional.of(level);
    return this;
  }

  /**
   * Carries an item out.
   *
   * @param item its number in the region's list
   * @throws IOException when it comes to a step that a screen would not have answered, or does not
   *     end in a printed receipt within two minutes
   */
  public void carryOut(int item) throws IOException, InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    awaitNobodyThere();
    call(terminal, "POST", "api/journey", "{}");
    answer(view(), "{\"item\":" + item + "}");
    while (!printed) {
      if (System.nanoTime() > end) {
        throw new IOException("the visit did not end, it stands at " + view().path("step"));
      }
      step(view());
    }
    if (mark.isPresent()) {
      answer(view(), "{\"level\":" + mark.get() + "}");
      answer(view(), "{\"reasons\":[\"slow\"]}");
    }
    call(world, "DELETE", "sim/id-card", "");
    call(terminal, "DELETE", "api/journey", "");
  }

  /** Whoever was there before may still be seen off. */
  private void awaitNobodyThere() throws IOException, InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    for (JsonNode view = view(); !stands(view, "attract"); view = view()) {
      if (System.nanoTime() > end) {
        throw new IOException("somebody is still there, it stands at " + view.path("step"));
      }
      if (stands(view, "goodbye")) {
        answer(view, "{\"choice\":\"done\"}");
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
    }
  }

  private static boolean stands(JsonNode view, String kind) {
    return view.path("step").path("kind").asText().equals(kind);
  }

  private void step(JsonNode view) throws IOException, InterruptedException {
    JsonNode step = view.path("step");
    switch (step.path("kind").asText()) {
      case "question" -> answer(view, json.createObjectNode().put("value", value(step)).toString());
      case "brief" -> answer(view, "{\"choice\":\"start\"}");
      case "identify" -> identify(view);
      case "commitment" ->
          answer(
              view,
              json.createObjectNode()
                  .put("accepted", true)
                  .put("readToEnd", true)
                  .put("digest", step.path("digest").asText())
                  .toString());
      case "sign" -> answer(view, signature());
      case "review" -> answer(view, "{\"submit\":true}");
      case "wait" -> TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
      case "result" -> answer(view, "{\"choice\":\"print\"}");
      case "paper" -> paper(view);
      default -> throw new IOException("nobody answers this step: " + step);
    }
  }

  private String value(JsonNode question) throws IOException {
    if (question.hasNonNull("error")) {
      throw new IOException("the answer was refused: " + question);
    }
    JsonNode options = question.path("options");
    return fields.getOrDefault(
        question.path("field").asText(), options.path(0).path("value").asText());
  }

  private void identify(JsonNode view) throws IOException, InterruptedException {
    switch (view.path("step").path("phase").asText()) {
      case "confirm" -> answer(view, "{\"me\":true}");
      case "failed" -> throw new IOException("the card was not read: " + view.path("step"));
      default -> {
        if (!cardLaid) {
          cardLaid = true;
          call(
              world,
              "POST",
              "sim/id-card",
              json.createObjectNode().put("person", person).toString());
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
      }
    }
  }

  private void paper(JsonNode view) throws IOException, InterruptedException {
    switch (view.path("step").path("phase").asText()) {
      case "printed" -> printed = true;
      case "preparing", "queued", "printing" -> TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
      default -> throw new IOException("no receipt: " + view.path("step"));
    }
  }

  private String signature() {
    var signature = json.createObjectNode().put("width", 800).put("height", 300);
    var stroke = signature.putArray("strokes").addArray();
    for (int i = 0; i < 60; i++) {
      stroke.addObject().put("x", 100 + 8 * i).put("y", 150 + i % 7 * 9).put("t", 16 * i);
    }
    return signature.toString();
  }

  private JsonNode view() throws IOException, InterruptedException {
    return call(terminal, "GET", "api/journey", "");
  }

  /** An answer that came too late is not repeated: the next look shows the step that is. */
  private void answer(JsonNode view, String answer) throws IOException, InterruptedException {
    call(
        terminal,
        "POST",
        "api/journey/answer",
        json.createObjectNode()
            .put("step", view.path("step").path("kind").asText())
            .put("revision", view.path("revision").asInt())
            .<com.fasterxml.jackson.databind.node.ObjectNode>set("answer", json.readTree(answer))
            .toString());
  }

  private JsonNode call(URI base, String method, String path, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(base.resolve(path))
                .timeout(CALL_LIMIT)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() >= 400 && response.statusCode() != 409) {
      throw new IOException(
          method + " " + path + " answered " + response.statusCode() + ": " + response.body());
    }
    return json.readTree(response.body());
  }
}
