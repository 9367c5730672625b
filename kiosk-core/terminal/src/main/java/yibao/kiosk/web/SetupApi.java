package yibao.kiosk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import yibao.kiosk.audit.AuditEntry;
import yibao.kiosk.audit.AuditEntry.Role;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.journey.visit.Sentences;

/**
 * Setting the terminal up from a page, by somebody with a technician's account. Whatever changes
 * the terminal is in the audit record; nothing is tried while a citizen stands there.
 */
public final class SetupApi {

  private final StaffDoor door;
  private final SetupDesk desk;
  private final BooleanSupplier nobodyHere;
  private final Runnable knowDevices;
  private final BiFunction<byte[], String, DeviceTrial.Tried> printer;
  private final AuditTrail audit;
  private final Sentences sentences;
  private final ViewJson json = new ViewJson();

  /**
   * @param door lets technicians in
   * @param nobodyHere whether no citizen stands there
   * @param knowDevices takes the devices that are plugged in as right
   * @param printer prints a PDF of A4 as a job of a name
   */
  public SetupApi(
      StaffDoor door,
      SetupDesk desk,
      BooleanSupplier nobodyHere,
      Runnable knowDevices,
      BiFunction<byte[], String, DeviceTrial.Tried> printer,
      AuditTrail audit,
      Sentences sentences) {
    this.door = door;
    this.desk = desk;
    this.nobodyHere = nobodyHere;
    this.knowDevices = knowDevices;
    this.printer = printer;
    this.audit = audit;
    this.sentences = sentences;
  }

  /** Adds the calls, and the short address of the page that makes them. */
  public void mount(Router router) {
    router.get("/tech").handler(c -> c.reroute("/tech.html"));
    router
        .get("/api/accepted")
        .handler(c -> json.send(c, Map.of("accepted", desk.page().acceptedAt().isPresent())));
    new Doorway(door, Role.TECHNICIAN, audit, sentences, json).mount(router, "/api/tech");
    router.get("/api/tech/setup").handler(c -> json.send(c, desk.page()));
    router.post("/api/tech/setup/steps/:step").handler(this::save);
    router.post("/api/tech/setup/checks/:check").handler(this::check);
    router.get("/api/tech/setup/report").handler(this::report);
    router.post("/api/tech/setup/report").handler(this::printReport);
    router.post("/api/tech/setup/accept").handler(this::accept);
    router.post("/api/tech/setup/apply").handler(this::apply);
    router.post("/api/tech/devices/accept").handler(this::acceptDevices);
  }

  private void save(RoutingContext context) {
    try {
      Map<String, String> values = new LinkedHashMap<>();
      json.read(context.body().asString())
          .properties()
          .forEach(member -> values.put(member.getKey(), member.getValue().asText()));
      List<String> faults = desk.save(context.pathParam("step"), values);
      if (!faults.isEmpty()) {
        Problem.of(422, "setup.values", String.join("\n", faults)).send(context, json);
        return;
      }
      note("setup.proposed", Optional.of(context.pathParam("step")), "ok");
      json.send(context, desk.page());
    } catch (JsonProcessingException e) {
      refuse(context, 400, "web.misread");
    }
  }

  private void check(RoutingContext context) {
    try {
      String check = context.pathParam("check");
      JsonNode body = json.read(context.body().asString());
      boolean known;
      if (body.has("verdict")) {
        String said = body.path("said").asText("");
        known =
            said.length() <= 100
                && desk.judge(check, body.path("verdict").asText(), said, Doorway.who(context));
      } else if (nobodyHere.getAsBoolean()) {
        known = desk.begin(check, Doorway.who(context));
      } else {
        refuse(context, 423, "setup.somebody-here");
        return;
      }
      if (known) {
        json.send(context, desk.page());
      } else {
        refuse(context, 404, "web.unknown");
      }
    } catch (JsonProcessingException e) {
      refuse(context, 400, "web.misread");
    }
  }

  private void report(RoutingContext context) {
    context
        .response()
        .putHeader("Content-Type", "application/pdf")
        .end(Buffer.buffer(desk.report()));
  }

  /** A kiosk's browser opens no file: there the report is had on paper. */
  private void printReport(RoutingContext context) {
    if (nobodyHere.getAsBoolean()) {
      json.send(context, printer.apply(desk.report(), "acceptance-report"));
    } else {
      refuse(context, 423, "setup.somebody-here");
    }
  }

  private void accept(RoutingContext context) {
    List<String> missing = desk.accept(Doorway.who(context));
    note("setup.accepted", Optional.empty(), missing.isEmpty() ? "ok" : "refused");
    if (missing.isEmpty()) {
      // Whoever accepts the terminal accepts it with what is plugged in.
      knowDevices.run();
      json.send(context, desk.page());
    } else {
      Problem.of(422, "setup.open", sentences.say("setup.open") + "\n" + String.join("\n", missing))
          .send(context, json);
    }
  }

  private void apply(RoutingContext context) {
    if (!nobodyHere.getAsBoolean()) {
      refuse(context, 423, "setup.somebody-here");
      return;
    }
    if (!desk.page().changed() || !desk.page().canApply()) {
      refuse(context, 422, "setup.cannot-apply");
      return;
    }
    note("setup.applied", Optional.empty(), "ok");
    context.response().setStatusCode(204).end().onComplete(_ -> desk.apply(Doorway.who(context)));
  }

  private void acceptDevices(RoutingContext context) {
    knowDevices.run();
    note("device.accepted", Optional.empty(), "ok");
    context.response().setStatusCode(204).end();
  }

  private void note(String what, Optional<String> subject, String outcome) {
    audit.note(new AuditEntry(Role.TECHNICIAN, what, subject, outcome));
  }

  private void refuse(RoutingContext context, int status, String code) {
    Problem.of(status, code, sentences.say(code)).send(context, json);
  }
}
