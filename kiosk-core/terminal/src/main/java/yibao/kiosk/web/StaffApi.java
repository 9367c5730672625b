package yibao.kiosk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.audit.AuditEntry;
import yibao.kiosk.audit.AuditEntry.Role;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.filing.DayDifference;
import yibao.kiosk.filing.DayEnd;
import yibao.kiosk.filing.DayEndReport;
import yibao.kiosk.filing.Filings;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.record.Filing;
import yibao.kiosk.record.FilingKey;

/**
 * What the hall's staff look after: filings that wait or cannot be sent, the day's end, the audit
 * record. Whatever they change is in the record, and nobody gets in without an account.
 */
public final class StaffApi {
  private static final int MOST_LINES = 100;

  private final StaffDoor door;
  private final Filings filings;
  private final DayEnd dayEnd;
  private final AuditTrail audit;
  private final Sentences sentences;
  private final StaffView view;
  private final ViewJson json = new ViewJson();

  /** An API behind a door. */
  public StaffApi(
      StaffDoor door, Filings filings, DayEnd dayEnd, AuditTrail audit, Sentences sentences) {
    this.door = door;
    this.filings = filings;
    this.dayEnd = dayEnd;
    this.audit = audit;
    this.sentences = sentences;
    this.view = new StaffView(sentences);
  }

  /** Adds the calls, and the short address of the page that makes them. */
  public void mount(Router router) {
    router.get("/staff").handler(c -> c.reroute("/staff.html"));
    new Doorway(door, Role.STAFF, audit, sentences, json).mount(router, "/api/staff");
    router.get("/api/staff/filings").handler(this::list);
    router.post("/api/staff/filings/:key/again").handler(this::again);
    router.post("/api/staff/filings/:key/give-up").handler(this::giveUp);
    router.get("/api/staff/day/:day").handler(c -> compare(c, json::send));
    router.post("/api/staff/day/:day/put-right").handler(this::putRight);
    router.get("/api/staff/audit").handler(this::record);
  }

  private void list(RoutingContext context) {
    json.send(
        context,
        view.lines(filings.waiting(), filings.parked(MOST_LINES), filings.unanswered(MOST_LINES)));
  }

  private void again(RoutingContext context) {
    change(context, "filing.tried-again", filings::tryAgain);
  }

  private void giveUp(RoutingContext context) {
    change(context, "filing.given-up", filings::giveUp);
  }

  private interface Change {
    Optional<Filing> of(FilingKey key);
  }

  private void change(RoutingContext context, String what, Change change) {
    Optional<FilingKey> key = key(context.pathParam("key"));
    Optional<Filing> changed = key.flatMap(change::of);
    if (changed.isEmpty()) {
      refuse(context, 404, "staff.no-such-filing");
      return;
    }
    note(what, key.map(FilingKey::value), "ok");
    json.send(context, view.line(changed.get()));
  }

  private interface Next {
    void with(RoutingContext context, Object day);
  }

  private void compare(RoutingContext context, Next next) {
    try {
      LocalDate day = LocalDate.parse(context.pathParam("day"));
      next.with(context, view.day(dayEnd.compare(day)));
    } catch (DateTimeParseException e) {
      refuse(context, 400, "web.misread");
    }
  }

  /** Compares anew and puts right what still differs: what staff saw may be minutes old. */
  private void putRight(RoutingContext context) {
    try {
      LocalDate day = LocalDate.parse(context.pathParam("day"));
      Optional<FilingKey> key = key(json.read(context.body().asString()).path("key").asText());
      Optional<DayDifference.Differs> difference =
          key.isPresent() && dayEnd.compare(day) instanceof DayEndReport.Compared compared
              ? compared.differences().stream()
                  .filter(DayDifference.Differs.class::isInstance)
                  .map(DayDifference.Differs.class::cast)
                  .filter(it -> it.ours().key().equals(key.get()))
                  .findFirst()
              : Optional.empty();
      if (difference.isEmpty()) {
        refuse(context, 404, "staff.no-such-difference");
        return;
      }
      dayEnd.putRight(difference.get());
      note("day.put-right", key.map(FilingKey::value), "ok");
      compare(context, json::send);
    } catch (DateTimeParseException | JsonProcessingException e) {
      refuse(context, 400, "web.misread");
    }
  }

  private void record(RoutingContext context) {
    List<JsonNode> lines =
        audit.latest(MOST_LINES).stream()
            .map(
                line -> {
                  try {
                    return json.read(line);
                  } catch (JsonProcessingException e) {
                    throw new IllegalStateException("our own line is not JSON", e);
                  }
                })
            .toList();
    json.send(context, Map.of("end", audit.end().toString(), "lines", lines));
  }

  private static Optional<FilingKey> key(String text) {
    return text != null && text.matches("[0-9a-f]{32}")
        ? Optional.of(new FilingKey(text))
        : Optional.empty();
  }

  private void note(String what, Optional<String> subject, String outcome) {
    audit.note(new AuditEntry(Role.STAFF, what, subject, outcome));
  }

  private void refuse(RoutingContext context, int status, String code) {
    Problem.of(status, code, sentences.say(code)).send(context, json);
  }
}
