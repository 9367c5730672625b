package yibao.kiosk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import yibao.accounts.Pins;
import yibao.kiosk.audit.AuditEntry;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.journey.attend.CardDesk;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.store.StaffCards;

/**
 * The cards by which staff sign in at the screen: a supervisor registers one by having it laid on
 * this terminal's reader. What the card is known by is neither shown nor kept. Mounted behind the
 * staff's door.
 */
public final class StaffCardsApi {
  private final StaffCards cards;
  private final CardDesk desk;
  private final Predicate<String> account;
  private final BooleanSupplier nobodyHere;
  private final Duration patience;
  private final InstantSource clock;
  private final Sentences sentences;
  private final AuditTrail audit;
  private final ViewJson json = new ViewJson();

  /**
   * An API for these cards.
   *
   * @param desk hands over the next card that is shown
   * @param account whether there is an account of a staff number
   * @param nobodyHere whether no citizen is at the screen
   * @param patience how long the card is waited for
   */
  public StaffCardsApi(
      StaffCards cards,
      CardDesk desk,
      Predicate<String> account,
      BooleanSupplier nobodyHere,
      Duration patience,
      InstantSource clock,
      Sentences sentences,
      AuditTrail audit) {
    this.cards = cards;
    this.desk = desk;
    this.account = account;
    this.nobodyHere = nobodyHere;
    this.patience = patience;
    this.clock = clock;
    this.sentences = sentences;
    this.audit = audit;
  }

  /** Adds the calls. */
  public void mount(Router router) {
    router.get("/api/staff/cards").handler(this::list);
    router.post("/api/staff/cards").handler(this::register);
    router.delete("/api/staff/cards/:number").handler(this::remove);
  }

  /** The contract's {@code StaffCard}. */
  private record Line(String number, String by, Instant at) {}

  private void list(RoutingContext context) {
    json.send(
        context,
        Map.of(
            "cards",
            cards.all().stream().map(it -> new Line(it.number(), it.by(), it.at())).toList()));
  }

  private void register(RoutingContext context) {
    try {
      JsonNode body = json.read(context.body().asString());
      String number = body.path("number").asText();
      String pin = body.path("pin").asText();
      if (!account.test(number)) {
        refuse(context, 400, "staff.card.unknown");
      } else if (!Pins.isPin(pin)) {
        refuse(context, 400, "staff.card.pin");
      } else if (!nobodyHere.getAsBoolean()) {
        refuse(context, 409, "staff.card.busy");
      } else {
        register(context, number, pin);
      }
    } catch (JsonProcessingException e) {
      refuse(context, 400, "web.misread");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      refuse(context, 503, "web.failed");
    }
  }

  private void register(RoutingContext context, String number, String pin)
      throws InterruptedException {
    // The page asks for the card already. Were it waited for only after the PIN's slow hash, a card
    // laid in between would open a citizen's visit.
    Optional<String> card = desk.next(patience);
    if (card.isEmpty()) {
      refuse(context, 409, "staff.card.none");
      return;
    }
    StaffCards.Holder holder =
        new StaffCards.Holder(number, Pins.hash(pin), Doorway.who(context), clock.instant());
    if (!cards.register(card.get(), holder)) {
      note("staff.card-registered", number, "refused");
      refuse(context, 409, "staff.card.taken");
      return;
    }
    note("staff.card-registered", number, "ok");
    list(context);
  }

  private void remove(RoutingContext context) {
    String number = context.pathParam("number");
    if (!cards.remove(number)) {
      refuse(context, 404, "staff.card.gone");
      return;
    }
    note("staff.card-removed", number, "ok");
    list(context);
  }

  private void note(String what, String number, String outcome) {
    audit.note(new AuditEntry(AuditEntry.Role.STAFF, what, Optional.of(number), outcome));
  }

  private void refuse(RoutingContext context, int status, String code) {
    Problem.of(status, code, sentences.say(code)).send(context, json);
  }
}
