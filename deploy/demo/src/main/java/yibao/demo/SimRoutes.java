package yibao.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import yibao.sandbox.Mood;
import yibao.sandbox.desk.Face;
import yibao.sandbox.ledger.LedgerFiling;
import yibao.sandbox.ledger.Shortfall;
import yibao.sandbox.people.SandboxPerson;
import yibao.sandbox.queue.SandboxQueue;
import yibao.simulators.document.DocumentPrinterSimulator;
import yibao.simulators.printer.PrintedReceipt;
import yibao.simulators.printer.ReceiptPrinterSimulator;
import yibao.simulators.sscard.Chip;

/**
 * The calls that play the world around the terminal: lay a card, empty the paper, drop the network,
 * move time.
 */
final class SimRoutes {
  /** What the province's staff may do with a filing. */
  private static final List<String> STATES =
      List.of("accepted", "in-review", "finished", "returned", "rejected");

  private final World world;
  private final CodeWindow codes;
  private final AdjustableTime time;
  private final ObjectMapper json = new ObjectMapper();

  SimRoutes(World world, CodeWindow codes, AdjustableTime time) {
    this.world = world;
    this.codes = codes;
    this.time = time;
  }

  /** What a call did: nothing to say, or why it could not be done. */
  private static final class NotPossible extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;

    NotPossible(int status, String why) {
      super(why);
      this.status = status;
    }
  }

  private interface Deed {
    void on(JsonNode body) throws IOException;
  }

  void mount(Router router) {
    router.get("/sim/people").handler(c -> send(c, people()));
    router.post("/sim/id-card").handler(c -> does(c, this::layCard));
    router.delete("/sim/id-card").handler(c -> does(c, _ -> world.reader().lift()));
    router.post("/sim/ss-card").handler(c -> does(c, this::insertCard));
    router.delete("/sim/ss-card").handler(c -> does(c, _ -> world.cardSlot().eject()));
    router.post("/sim/scan").handler(c -> does(c, this::holdCode));
    router.post("/sim/voucher").handler(this::voucher);
    router.delete("/sim/scan").handler(c -> does(c, _ -> codes.takeAway()));
    router.post("/sim/queue").handler(c -> does(c, this::queue));
    router.get("/sim/queue").handler(c -> send(c, world.queue().tickets()));
    router.post("/sim/printer").handler(c -> does(c, this::printer));
    router
        .get("/sim/printer/paper.bin")
        .handler(c -> paper(c, "application/octet-stream", PrintedReceipt::bytes));
    router.get("/sim/printer/paper.png").handler(c -> paper(c, "image/png", PrintedReceipt::png));
    router.get("/sim/printer/complaints").handler(c -> send(c, world.printer().complaints()));
    router.post("/sim/a4").handler(c -> does(c, this::documentPrinter));
    router.get("/sim/a4/paper.pdf").handler(this::lastDocument);
    router.post("/sim/face").handler(c -> does(c, this::face));
    router.post("/sim/device/:name").handler(c -> does(c, body -> link(c.pathParam("name"), body)));
    router.post("/sim/platform").handler(c -> does(c, this::platform));
    router.post("/sim/platform/filings/:number").handler(c -> does(c, body -> decide(c, body)));
    router.get("/sim/platform/filings").handler(c -> send(c, filings()));
    router.post("/sim/clock").handler(c -> does(c, this::clock));
  }

  private void does(RoutingContext context, Deed deed) {
    try {
      String body = context.body() == null ? null : context.body().asString();
      deed.on(body == null || body.isBlank() ? json.createObjectNode() : json.readTree(body));
      if (!context.response().ended()) {
        context.response().setStatusCode(204).end();
      }
    } catch (NotPossible e) {
      context.response().setStatusCode(e.status).end(e.getMessage());
    } catch (JsonProcessingException e) {
      context.response().setStatusCode(400).end("the body must be JSON");
    } catch (IOException e) {
      context.response().setStatusCode(500).end(e.toString());
    }
  }

  private List<Map<String, String>> people() {
    return world.platform().people().all().stream()
        .map(
            p ->
                Map.of(
                    "id", p.id(),
                    "region", p.region(),
                    "name", p.card().name(),
                    "card", p.card().kind().name().toLowerCase(Locale.ROOT),
                    "goodFor", p.goodFor()))
        .toList();
  }

  private List<Map<String, Object>> filings() {
    return world.platform().filings().stream()
        .map(f -> Map.<String, Object>of("key", f.key().orElse(""), "number", f.number()))
        .toList();
  }

  private void layCard(JsonNode body) {
    world.reader().lay(ChipCards.of(person(body).card()));
  }

  private void insertCard(JsonNode body) {
    SandboxPerson person = person(body);
    Chip chip =
        SocialSecurityCards.of(person)
            .orElseThrow(() -> new NotPossible(409, person.id() + " has no social-security card"));
    try {
      world.cardSlot().insert(chip);
    } catch (IOException e) {
      throw new NotPossible(
          409, "no virtual reader: install pcscd and vsmartcard-vpcd, or start pcscd with vpcd");
    }
  }

  /** A code's text, or a fresh e-voucher on somebody's phone. */
  private void holdCode(JsonNode body) {
    codes.hold(
        body.has("person")
            ? world.platform().showVoucher(person(body).id())
            : body.path("text").asText());
  }

  /** A fresh e-voucher, as the person's phone would show it now. */
  private void voucher(RoutingContext context) {
    does(
        context,
        body ->
            context
                .response()
                .putHeader("Content-Type", "text/plain")
                .end(world.platform().showVoucher(person(body).id())));
  }

  private SandboxPerson person(JsonNode body) {
    String id = body.path("person").asText();
    return world
        .platform()
        .people()
        .find(id)
        .orElseThrow(() -> new NotPossible(404, "nobody is called " + id + "; see /sim/people"));
  }

  private void printer(JsonNode body) {
    word(body, "paper", List.of("full", "low", "out", "jammed"))
        .map(w -> ReceiptPrinterSimulator.Paper.valueOf(w.toUpperCase(Locale.ROOT)))
        .ifPresent(world.printer()::paper);
    word(body, "cover", List.of("closed", "open"))
        .ifPresent(w -> world.printer().cover(w.equals("open")));
    word(body, "power", List.of("on", "off")).ifPresent(w -> world.printer().power(w.equals("on")));
    if (body.path("paperEndsAfterDots").isInt()) {
      world.printer().paperEndsAfter(body.path("paperEndsAfterDots").asInt());
    }
  }

  private void queue(JsonNode body) {
    word(body, "mode", List.of("numbers", "appointments", "closed", "broken"))
        .map(w -> SandboxQueue.Mood.valueOf(w.toUpperCase(Locale.ROOT)))
        .ifPresent(world.queue()::mood);
  }

  private void documentPrinter(JsonNode body) {
    word(body, "paper", List.of("full", "low", "out", "jammed"))
        .map(w -> DocumentPrinterSimulator.Paper.valueOf(w.toUpperCase(Locale.ROOT)))
        .ifPresent(world.a4()::paper);
    word(body, "cover", List.of("closed", "open"))
        .ifPresent(w -> world.a4().cover(w.equals("open")));
  }

  private void lastDocument(RoutingContext context) {
    List<byte[]> printed = world.a4().printed();
    if (printed.isEmpty()) {
      context.response().setStatusCode(404).end("nothing has been printed");
    } else {
      context
          .response()
          .putHeader("Content-Type", "application/pdf")
          .end(Buffer.buffer(printed.getLast()));
    }
  }

  private void link(String name, JsonNode body) {
    Link link =
        world.link(name).orElseThrow(() -> new NotPossible(404, "no simulated device " + name));
    word(body, "link", List.of("up", "down"))
        .ifPresent(
            w -> {
              if (w.equals("up")) {
                link.plugIn();
              } else {
                link.pull();
              }
            });
    if (body.path("noise").isNumber()) {
      try {
        link.noise(body.path("noise").asDouble());
      } catch (UnsupportedOperationException | IllegalArgumentException e) {
        throw new NotPossible(400, e.getMessage());
      }
    }
  }

  private void face(JsonNode body) {
    String word = body.path("outcome").asText();
    world
        .platform()
        .face(Face.of(word).orElseThrow(() -> new NotPossible(400, "no face outcome " + word)));
  }

  private void platform(JsonNode body) throws IOException {
    String word = body.path("mode").asText();
    Mood mood = Mood.of(word).orElseThrow(() -> new NotPossible(400, "no platform mode " + word));
    if (body.path("delayMs").isInt()) {
      world.platform().mood(mood, Duration.ofMillis(body.path("delayMs").asInt()));
    } else {
      world.platform().mood(mood);
    }
  }

  /** The province's staff see to a filing: they decide it, or give it back for what it lacks. */
  private void decide(RoutingContext context, JsonNode body) {
    String number = context.pathParam("number");
    String state =
        word(body, "state", STATES).orElseThrow(() -> new NotPossible(400, "state is missing"));
    try {
      if (state.equals("returned")) {
        List<String> missing = new ArrayList<>();
        body.path("missing").forEach(name -> missing.add(name.asText()));
        LocalDate today = LocalDate.ofInstant(time.instant(), ZoneId.of("Asia/Shanghai"));
        world
            .platform()
            .giveBack(
                number, new Shortfall(missing, body.path("words").asText(), today.plusDays(10)));
      } else {
        LedgerFiling.State next =
            LedgerFiling.State.valueOf(state.toUpperCase(Locale.ROOT).replace('-', '_'));
        world.platform().decide(number, next);
      }
    } catch (IllegalArgumentException e) {
      throw new NotPossible(404, "no filing " + number + "; see /sim/platform/filings");
    }
  }

  private void clock(JsonNode body) {
    try {
      time.advance(Duration.parse(body.path("advance").asText()));
    } catch (DateTimeParseException e) {
      throw new NotPossible(400, "advance must be a duration such as PT90S");
    }
  }

  private static Optional<String> word(JsonNode body, String member, List<String> allowed) {
    if (!body.has(member)) {
      return Optional.empty();
    }
    String word = body.path(member).asText();
    if (!allowed.contains(word)) {
      throw new NotPossible(400, member + " must be one of " + allowed);
    }
    return Optional.of(word);
  }

  private void paper(
      RoutingContext context,
      String type,
      java.util.function.Function<PrintedReceipt, byte[]> aspect) {
    world
        .printer()
        .paper()
        .ifPresentOrElse(
            receipt ->
                context
                    .response()
                    .putHeader("Content-Type", type)
                    .end(Buffer.buffer(aspect.apply(receipt))),
            () -> context.response().setStatusCode(404).end("nothing has been printed"));
  }

  private void send(RoutingContext context, Object body) {
    try {
      context
          .response()
          .putHeader("Content-Type", "application/json; charset=utf-8")
          .end(json.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
