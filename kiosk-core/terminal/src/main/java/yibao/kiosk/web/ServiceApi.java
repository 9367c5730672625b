package yibao.kiosk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Supplier;
import yibao.kiosk.audit.AuditEntry;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.journey.HallDoors;
import yibao.kiosk.journey.visit.Doors;
import yibao.kiosk.journey.visit.Sentences;

/**
 * Staff take the terminal out of service and put it back. Whoever is in a visit finishes it first.
 * Mounted behind the staff's door.
 */
public final class ServiceApi {
  private final HallDoors doors;
  private final Supplier<LocalDateTime> now;
  private final Sentences sentences;
  private final AuditTrail audit;
  private final ViewJson json = new ViewJson();

  /**
   * An API that shuts and opens these doors.
   *
   * @param now the time in the hall
   */
  public ServiceApi(
      HallDoors doors, Supplier<LocalDateTime> now, Sentences sentences, AuditTrail audit) {
    this.doors = doors;
    this.now = now;
    this.sentences = sentences;
    this.audit = audit;
  }

  /** Adds the calls. */
  public void mount(Router router) {
    router.get("/api/staff/service").handler(this::tell);
    router.post("/api/staff/service").handler(this::change);
  }

  private record Line(
      boolean open, Optional<Doors.Why> why, String reason, Optional<String> until) {
    static Line of(Optional<Doors.Shut> shut) {
      return new Line(
          shut.isEmpty(),
          shut.map(Doors.Shut::why),
          shut.map(Doors.Shut::reason).orElse(""),
          shut.flatMap(Doors.Shut::opens).map(LocalDateTime::toString));
    }
  }

  private void tell(RoutingContext context) {
    json.send(context, Line.of(doors.shut(now.get())));
  }

  private void change(RoutingContext context) {
    try {
      JsonNode body = json.read(context.body().asString());
      if (body.path("open").asBoolean()) {
        doors.open();
        note(context, "terminal.in-service");
      } else {
        doors.close(closure(body));
        note(context, "terminal.out-of-service");
      }
      tell(context);
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeParseException e) {
      Problem.of(400, "staff.closure", sentences.say("staff.closure")).send(context, json);
    }
  }

  private static HallDoors.Closure closure(JsonNode body) {
    return new HallDoors.Closure(
        body.path("reason").asText(),
        Optional.of(body.path("until").asText())
            .filter(text -> !text.isEmpty())
            .map(LocalDateTime::parse));
  }

  private void note(RoutingContext context, String what) {
    audit.note(
        new AuditEntry(AuditEntry.Role.STAFF, what, Optional.of(Doorway.who(context)), "ok"));
  }
}
