package yibao.kiosk.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Optional;
import yibao.kiosk.audit.AuditEntry;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.journey.HelpBell;

/**
 * The citizen's call for staff, and the end staff put to it at the terminal. The page hears how the
 * call stands as {@code help}; without this it offers no call.
 */
public final class HelpApi {
  private final HelpBell bell;
  private final Screens screens;
  private final AuditTrail audit;
  private final ViewJson json = new ViewJson();

  /** The contract's {@code Help}. */
  private record Line(Optional<Instant> since, Optional<String> by) {}

  /** An API for a bell that is heard somewhere. */
  public HelpApi(HelpBell bell, Screens screens, AuditTrail audit) {
    this.bell = bell;
    this.screens = screens;
    this.audit = audit;
    bell.listen(this::say);
    say();
  }

  /** Adds the calls to a router on which {@link StaffApi} asks staff who they are. */
  public void mount(Router router) {
    router
        .post("/api/help")
        .handler(
            context -> {
              bell.ring();
              done(context);
            });
    router
        .post("/api/staff/help/over")
        .handler(
            context -> {
              bell.over();
              audit.note(
                  new AuditEntry(AuditEntry.Role.STAFF, "help.over", Optional.empty(), "ok"));
              done(context);
            });
  }

  private void say() {
    Optional<HelpBell.Call> call = bell.call();
    screens.say(
        "help",
        json.write(new Line(call.map(HelpBell.Call::since), call.flatMap(HelpBell.Call::by))));
  }

  private static void done(RoutingContext context) {
    context.response().setStatusCode(204).end();
  }
}
