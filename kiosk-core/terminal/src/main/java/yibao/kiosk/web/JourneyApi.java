package yibao.kiosk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Consumer;
import yibao.kiosk.journey.Journey;
import yibao.kiosk.journey.view.Language;
import yibao.kiosk.journey.view.StepKind;
import yibao.kiosk.journey.view.View;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Sentences;

/** The calls that show and move the journey. */
final class JourneyApi {

  private final Journey journey;
  private final ViewJson json;
  private final Sentences sentences;

  JourneyApi(Journey journey, ViewJson json, Sentences sentences) {
    this.journey = journey;
    this.json = json;
    this.sentences = sentences;
  }

  void mount(Router router) {
    router.get("/api/journey").handler(c -> send(c, 200, journey.view()));
    router.post("/api/journey").handler(this::start);
    router
        .post("/api/journey/language")
        .handler(
            c ->
                moved(
                    c,
                    body ->
                        new Journey.Taken.Moved(
                            journey.speak(language(body).orElseThrow(JourneyApi::noLanguage)))));
    router.delete("/api/journey").handler(c -> send(c, 200, journey.leave()));
    router.get("/api/journey/pages/:id").handler(this::page);
    router.post("/api/journey/answer").handler(this::answer);
    router.post("/api/journey/back").handler(this::back);
    router.post("/api/journey/home").handler(c -> send(c, 200, journey.home()));
    router.post("/api/journey/reveal").handler(this::reveal);
    router.post("/api/journey/touch").handler(this::touch);
  }

  private void start(RoutingContext context) {
    moved(
        context,
        body ->
            new Journey.Taken.Moved(language(body).map(journey::start).orElseGet(journey::start)));
  }

  private void touch(RoutingContext context) {
    read(
        context,
        body -> {
          JsonNode unhurried = body.path("unhurried");
          if (unhurried.isBoolean()) {
            journey.touch(unhurried.booleanValue());
          } else {
            journey.touch();
          }
          context.response().setStatusCode(204).end();
        });
  }

  private record Revealed(Optional<String> value) {}

  private void reveal(RoutingContext context) {
    read(
        context,
        body ->
            context
                .response()
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .end(
                    json.write(
                        new Revealed(
                            journey.reveal(revision(body), body.path("field").asText())))));
  }

  private static Optional<Language> language(JsonNode body) {
    JsonNode tag = body.path("language");
    return tag.isMissingNode()
        ? Optional.empty()
        : Optional.of(Language.of(tag.asText()).orElseThrow(JourneyApi::noLanguage));
  }

  private static Misread noLanguage() {
    return new Misread("language", "a language of the screens");
  }

  private void page(RoutingContext context) {
    journey
        .page(context.pathParam("id"))
        .ifPresentOrElse(
            image ->
                context
                    .response()
                    .putHeader("Content-Type", image.mediaType())
                    .end(Buffer.buffer(image.bytes())),
            () -> Problem.of(404, "web.unknown", sentences.say("web.unknown")).send(context, json));
  }

  private void answer(RoutingContext context) {
    moved(
        context,
        body -> journey.answer(kind(body), revision(body), object(body.path("answer"), "answer")));
  }

  private void back(RoutingContext context) {
    moved(context, body -> journey.back(revision(body)));
  }

  private void moved(
      RoutingContext context, java.util.function.Function<JsonNode, Journey.Taken> move) {
    read(
        context,
        body -> {
          switch (move.apply(body)) {
            case Journey.Taken.Moved(View view) -> send(context, 200, view);
            case Journey.Taken.Stale(View view) -> send(context, 409, view);
          }
        });
  }

  private void read(RoutingContext context, Consumer<JsonNode> then) {
    try {
      then.accept(object(json.read(context.body().asString()), "body"));
    } catch (Misread misread) {
      refuse(context, misread.getMessage(), misread.field());
    } catch (JsonProcessingException notJson) {
      refuse(context, "the body must be JSON", "body");
    }
  }

  private void refuse(RoutingContext context, String title, String field) {
    new Problem(title, 400, sentences.say("web.misread"), "web.misread", Optional.of(field))
        .send(context, json);
  }

  private static JsonNode object(JsonNode node, String name) {
    if (!node.isObject()) {
      throw new Misread(name, "an object");
    }
    return node;
  }

  private static int revision(JsonNode body) {
    if (!body.path("revision").isInt()) {
      throw new Misread("revision", "a whole number");
    }
    return body.path("revision").asInt();
  }

  private StepKind kind(JsonNode body) {
    try {
      return json.kind(body.path("step").asText());
    } catch (IllegalArgumentException unknown) {
      throw new Misread("step", "a kind of step");
    }
  }

  private void send(RoutingContext context, int status, View view) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .end(json.say(view, view.language()));
  }
}
