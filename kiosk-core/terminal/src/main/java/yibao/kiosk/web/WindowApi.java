package yibao.kiosk.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import yibao.kiosk.audit.AuditEntry;
import yibao.kiosk.audit.AuditEntry.Role;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.catalog.Deadline;
import yibao.kiosk.catalog.HandInDates;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.catalog.TimeLimit;
import yibao.kiosk.filing.WindowFilings;
import yibao.kiosk.filing.WindowFilings.Outcome;
import yibao.kiosk.form.Places;
import yibao.kiosk.identity.CitizenNumber;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.journey.visit.Site;
import yibao.kiosk.record.FilingAtWindow;
import yibao.kiosk.window.HandOverCode;

/**
 * What a clerk at a window does: scans a receipt or a hand-over ticket, sees what was handed in,
 * confirms the originals 核验原件 or gives the file back 退回补正. Whatever is done is in the audit record
 * by the filing's number. Behind the door of staff.
 */
public final class WindowApi {

  private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9-]{6,30}");
  private static final int LONGEST_REASON = 100;
  private static final int LONGEST_PAPER = 60;
  private static final int MOST_PAPERS = 10;

  private final WindowFilings filings;
  private final Site site;
  private final Supplier<LocalDateTime> now;
  private final AuditTrail audit;
  private final Sentences sentences;
  private final WindowView view;
  private final ViewJson json = new ViewJson();

  /**
   * An API behind the door that its router stands behind.
   *
   * @param now the time in the hall
   */
  public WindowApi(
      WindowFilings filings,
      Site site,
      Places places,
      Supplier<LocalDateTime> now,
      AuditTrail audit,
      Sentences sentences) {
    this.filings = filings;
    this.site = site;
    this.now = now;
    this.audit = audit;
    this.sentences = sentences;
    this.view = new WindowView(site, places);
  }

  /** Adds the calls to a router on which somebody asks who it is, and the page's short address. */
  public void mount(Router router) {
    router.get("/staff/window").handler(c -> c.reroute("/window.html"));
    router.post("/api/staff/window/look").handler(this::look);
    router.post("/api/staff/window/confirm").handler(this::confirm);
    router.post("/api/staff/window/return").handler(this::giveBack);
  }

  private void look(RoutingContext context) {
    String scanned = body(context).path("code").asText("").strip();
    if (HandOverCode.isMeant(scanned)) {
      ticket(context, scanned);
    } else if (isNumber(scanned)) {
      Outcome found = filings.look(scanned);
      note("window.looked", known(found), word(found));
      answer(context, "window.looked", found);
    } else {
      refuse(context, 400, "window.no-number");
    }
  }

  private void ticket(RoutingContext context, String scanned) {
    Optional<HandOverCode> read = HandOverCode.read(scanned);
    if (read.isEmpty()) {
      refuse(context, 400, "window.cut-short");
      return;
    }
    HandOverCode ticket = read.get();
    Optional<ServiceItem> item =
        site.region().offered(site.pool()).stream()
            .filter(it -> it.seq() == ticket.item())
            .findFirst();
    boolean here =
        ticket.place().equals(site.pool().admdvs())
            && ticket.region().equals(site.region().id())
            && item.isPresent();
    if (!here) {
      refuse(context, 409, "window.other-hall");
    } else if (!ticket.printedAt().toLocalDate().equals(now.get().toLocalDate())) {
      refuse(
          context,
          409,
          "window.old-ticket",
          Map.of("day", ticket.printedAt().toLocalDate().toString()));
    } else {
      note("window.looked", Optional.of("ticket"), "ok");
      json.send(context, view.of(ticket, item.get()));
    }
  }

  private void confirm(RoutingContext context) {
    String number = body(context).path("number").asText("");
    if (isNumber(number)) {
      deed(context, "window.originals", number, filings.confirm(number, this::due));
    } else {
      refuse(context, 400, "window.no-number");
    }
  }

  /** As at the terminal: what comes after closing counts from the next working day. */
  private Optional<LocalDate> due(TimeLimit limit) {
    return HandInDates.supplemented(
            now.get(), Optional.of(limit), site.pool().counters(), site.dayCounter())
        .due()
        .map(Deadline::date);
  }

  private void giveBack(RoutingContext context) {
    JsonNode body = body(context);
    String number = body.path("number").asText("");
    String reason = body.path("reason").asText("").strip();
    List<String> missing =
        StreamSupport.stream(body.path("missing").spliterator(), false)
            .map(name -> name.asText("").strip())
            .filter(name -> !name.isEmpty())
            .toList();
    if (!isNumber(number)) {
      refuse(context, 400, "window.no-number");
    } else if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      refuse(context, 400, "window.no-reason");
    } else if (missing.isEmpty()
        || missing.size() > MOST_PAPERS
        || missing.stream().anyMatch(name -> name.length() > LONGEST_PAPER)) {
      refuse(context, 400, "window.nothing-missing");
    } else {
      deed(context, "window.returned", number, filings.giveBack(number, reason, missing));
    }
  }

  /** Whether it may be a filing's number; somebody's citizen number is never asked for as one. */
  private boolean isNumber(String text) {
    return NUMBER.matcher(text).matches()
        && !(CitizenNumber.check(text, now.get().toLocalDate())
            instanceof CitizenNumber.Check.Valid);
  }

  /**
   * The number to put on record of a look: what is no filing's may be anything that was typed by
   * mistake, a bank card's number too.
   */
  private static Optional<String> known(Outcome found) {
    return found instanceof Outcome.Stands(FilingAtWindow at)
        ? Optional.of(at.filing().number())
        : Optional.empty();
  }

  private void deed(RoutingContext context, String deed, String number, Outcome outcome) {
    note(
        deed,
        outcome instanceof Outcome.NoneSuch ? Optional.empty() : Optional.of(number),
        word(outcome));
    answer(context, deed, outcome);
  }

  private void answer(RoutingContext context, String deed, Outcome outcome) {
    switch (outcome) {
      case Outcome.Stands(FilingAtWindow filing) -> json.send(context, view.of(filing));
      case Outcome.Done(FilingAtWindow filing) ->
          json.send(context, view.of(filing).saying(sentences.say(deed + done(filing))));
      case Outcome.Before(FilingAtWindow filing) ->
          json.send(context, view.of(filing).saying(sentences.say(deed + ".before")));
      case Outcome.NoneSuch _ -> refuse(context, 404, "window.unknown");
      case Outcome.NotAsItStands(FilingAtWindow filing) ->
          refuse(context, 409, deed + ".not-now", Map.of("state", filing.filing().state().label()));
      case Outcome.Refused(String words) ->
          refuse(context, 409, deed + ".refused", Map.of("words", words));
      case Outcome.NotConfirmed _ -> refuse(context, 503, deed + ".not-answered");
    }
  }

  private static String done(FilingAtWindow filing) {
    return filing.filing().shortfall().isPresent() ? ".done-lacking" : ".done";
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Stands _, Outcome.Done _ -> "ok";
      case Outcome.Before _ -> "before";
      case Outcome.NoneSuch _ -> "unknown";
      case Outcome.NotAsItStands _ -> "not-now";
      case Outcome.Refused _ -> "refused";
      case Outcome.NotConfirmed _ -> "not-answered";
    };
  }

  /** Whatever was sent; what is no JSON has no fields. */
  private JsonNode body(RoutingContext context) {
    try {
      return json.read(context.body().asString());
    } catch (IOException | IllegalArgumentException noJson) {
      return MissingNode.getInstance();
    }
  }

  private void note(String what, Optional<String> subject, String outcome) {
    audit.note(new AuditEntry(Role.STAFF, what, subject, outcome));
  }

  private void refuse(RoutingContext context, int status, String code) {
    Problem.of(status, code, sentences.say(code)).send(context, json);
  }

  private void refuse(RoutingContext context, int status, String code, Map<String, String> words) {
    Problem.of(status, code, sentences.say(code, words)).send(context, json);
  }
}
