package yibao.kiosk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yibao.kiosk.audit.AuditEntry;
import yibao.kiosk.audit.AuditEntry.Role;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.journey.view.Language;
import yibao.kiosk.journey.visit.Sentences;

/**
 * The way to a page for people who work here: signing in and out, and beyond it nobody else, and
 * each only to the calls of their role. Who came in, and that somebody could not, is in the audit
 * record.
 */
final class Doorway {
  private static final String BEARER = "Bearer ";
  private static final String WHO = "staff-number";

  private final StaffDoor door;
  private final Role role;
  private final String word;
  private final AuditTrail audit;
  private final Sentences sentences;
  private final ViewJson json;
  private final Rules rules = Rules.read();

  /** A doorway for people of this role. */
  Doorway(StaffDoor door, Role role, AuditTrail audit, Sentences sentences, ViewJson json) {
    this.door = door;
    this.role = role;
    this.word = role.name().toLowerCase(Locale.ROOT);
    this.audit = audit;
    this.sentences = sentences;
    this.json = json;
  }

  /**
   * Whatever a router adds after this below the path, only somebody signed in reaches.
   *
   * @param path e.g. {@code /api/staff}
   */
  void mount(Router router, String path) {
    router.route(path + "/*").handler(Doorway::inChinese);
    router.post(path + "/sign-in").handler(this::signIn);
    router.route(path + "/*").handler(this::onlyWithin);
    router.delete(path + "/sign-in").handler(this::signOut);
  }

  /** They read Chinese whatever the citizen before the screen has chosen. */
  private static void inChinese(RoutingContext context) {
    Problem.speak(context, Language.CHINESE);
    context.next();
  }

  private void signIn(RoutingContext context) {
    try {
      JsonNode body = json.read(context.body().asString());
      String number = body.path("number").asText();
      switch (door.knock(number, body.path("password").asText())) {
        case StaffDoor.Knock.Open(String token) -> {
          note(Optional.of(number), "ok");
          json.send(context, Map.of("token", token));
        }
        case StaffDoor.Knock.Wrong _ -> {
          note(Optional.empty(), "refused");
          refuse(context, 401, "staff.wrong");
        }
        case StaffDoor.Knock.Closed(boolean first) -> {
          if (first) {
            note(Optional.empty(), "refused");
          }
          refuse(context, 429, "staff.closed");
        }
        case StaffDoor.Knock.NoAccounts _ -> refuse(context, 403, word + ".no-accounts");
      }
    } catch (JsonProcessingException e) {
      refuse(context, 400, "web.misread");
    }
  }

  private void onlyWithin(RoutingContext context) {
    Optional<String> number = token(context).flatMap(door::enter);
    if (number.isEmpty()) {
      refuse(context, 401, "staff.sign-in");
      return;
    }
    context.put(WHO, number.get());
    Optional<Set<yibao.accounts.Role>> mayCall =
        rules.of(context.request().method().name(), context.normalizedPath());
    if (mayCall.isEmpty()) {
      refuse(context, 404, "web.unknown");
    } else if (mayCall.get().contains(roleOf(number.get()))) {
      context.next();
    } else if (mayCall.get().equals(Set.of(yibao.accounts.Role.SUPERVISOR))) {
      refuse(context, 403, "staff.supervisor-only");
    } else {
      refuse(context, 403, "staff.role");
    }
  }

  private yibao.accounts.Role roleOf(String number) {
    if (role == Role.TECHNICIAN) {
      return yibao.accounts.Role.TECHNICIAN;
    }
    return door.supervises(number) ? yibao.accounts.Role.SUPERVISOR : yibao.accounts.Role.STAFF;
  }

  /** Staff number of whoever made a call that came in by a doorway. */
  static String who(RoutingContext context) {
    return context.get(WHO);
  }

  private static Optional<String> token(RoutingContext context) {
    return Optional.ofNullable(context.request().getHeader(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.startsWith(BEARER))
        .map(header -> header.substring(BEARER.length()));
  }

  private void signOut(RoutingContext context) {
    token(context).ifPresent(door::leave);
    context.response().setStatusCode(204).end();
  }

  private void note(Optional<String> number, String outcome) {
    audit.note(new AuditEntry(role, word + ".signed-in", number, outcome));
  }

  private void refuse(RoutingContext context, int status, String code) {
    Problem.of(status, code, sentences.say(code)).send(context, json);
  }
}
