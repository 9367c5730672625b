package yibao.kiosk.journey.ending;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import yibao.kiosk.catalog.Fact;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.filing.SubmitOutcome;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.journey.brief.Briefing;
import yibao.kiosk.journey.form.FilledRows;
import yibao.kiosk.journey.handin.HandInWords;
import yibao.kiosk.journey.submit.Ended;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Row;
import yibao.kiosk.journey.view.Step.Paper.Medium;
import yibao.kiosk.journey.visit.Agency;
import yibao.kiosk.journey.visit.Concerned;
import yibao.kiosk.journey.visit.Facilities;
import yibao.kiosk.journey.visit.Further;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Site;
import yibao.kiosk.journey.visit.Slip;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.window.HandOverCode;
import yibao.kiosk.window.QueueDesk;

/**
 * The ticket 窗口交接单 with which somebody goes on at a window: what for, what was entered here, what
 * to show there; with a number where the hall's queue gives one, never with one of our own.
 */
public final class HandOver {

  private static final String ID = "hand-over";
  private static final String TEMPLATE = "handover";

  private HandOver() {}

  /** To a window instead of this terminal, with what has been asked so far. */
  public static List<Further> instead(Scene scene, Briefing briefing) {
    if (briefing.here() || !scene.facilities().queue().connected()) {
      return List.of();
    }
    Map<String, Object> data = ticket(scene, briefing.title());
    data.put("reason", briefing.ending(scene.facilities().sentences()));
    data.put("place", briefing.where());
    data.put("bring", briefing.notice().materials().stream().map(n -> named(n.what())).toList());
    data.put("entered", said(scene).stream().map(HandOver::labelled).toList());
    return List.of(further(scene, data, Optional.empty()));
  }

  /** To a window for what it has to see or to decide of a filing. */
  public static List<Further> after(Scene scene, Sheet sheet) {
    Visit visit = scene.visit();
    SubmitOutcome outcome = visit.outcome().orElseThrow();
    boolean refused =
        outcome instanceof SubmitOutcome.Refused || outcome instanceof SubmitOutcome.NotTaken;
    boolean originals =
        outcome instanceof SubmitOutcome.Accepted
            && visit.dates().flatMap(dates -> dates.originalsBy()).isPresent();
    boolean wanted = refused || originals && scene.facilities().queue().connected();
    if (!wanted) {
      return List.of();
    }
    Ended ended = Ended.of(outcome, visit.dates(), scene.facilities());
    Map<String, Object> data = ticket(scene, visit.title());
    ended.number().ifPresent(number -> data.put("number", number));
    ended
        .number()
        .ifPresent(
            number -> {
              data.put("resume", number);
              data.remove("today");
            });
    data.put("reason", ended.sentence());
    data.put("place", HandInWords.window(scene));
    data.put("bring", HandInWords.shown(scene).stream().map(HandOver::named).toList());
    List<Row> entered = new ArrayList<>(said(scene));
    entered.addAll(FilledRows.onPaper(sheet, visit));
    data.put("entered", entered.stream().map(HandOver::labelled).toList());
    return List.of(further(scene, data, ended.number()));
  }

  private static Map<String, Object> ticket(Scene scene, String item) {
    Visit visit = scene.visit();
    Map<String, Object> data = new HashMap<>();
    data.put("item", item);
    data.put("window", HandInWords.counter(scene));
    Concerned.whoStandsThere(visit).ifPresent(who -> data.put("name", who.name()));
    visit.agency().flatMap(Agency::onPaper).ifPresent(agent -> data.put("agent", agent));
    visit
        .item()
        .ifPresent(
            it -> {
              data.put("resume", code(scene, it).text());
              data.put("today", "只在打印当天有效");
            });
    return data;
  }

  /** What a window reads where there is no filing to look up. */
  private static HandOverCode code(Scene scene, ServiceItem item) {
    Site site = scene.facilities().site();
    Map<String, String> said = new HashMap<>();
    site.region()
        .facts()
        .forEach(
            (name, fact) ->
                scene
                    .visit()
                    .said(name)
                    .filter(_ -> fact.source() == Fact.Source.CITIZEN)
                    .ifPresent(value -> said.put(name, value)));
    return new HandOverCode(
        site.pool().admdvs(),
        site.terminal(),
        scene.facilities().now(),
        site.region().id(),
        item.seq(),
        said);
  }

  /** What the citizen said of the case. */
  private static List<Row> said(Scene scene) {
    List<Row> rows = new ArrayList<>();
    scene
        .facilities()
        .site()
        .region()
        .facts()
        .forEach(
            (name, fact) ->
                scene
                    .visit()
                    .said(name)
                    .filter(_ -> fact.source() == Fact.Source.CITIZEN)
                    .ifPresent(value -> rows.add(Row.of(fact.question(), fact.label(value)))));
    return rows;
  }

  private static Map<String, String> named(String name) {
    return Map.of("name", name);
  }

  private static Map<String, String> labelled(Row row) {
    return Map.of("label", row.label(), "value", row.value());
  }

  private static Further further(Scene scene, Map<String, Object> data, Optional<String> filing) {
    boolean queue = scene.facilities().queue().connected();
    return new Further(
        new Choice(ID, queue ? "取号去窗口" : "打印窗口交接单", false),
        new Ticket(
            scene.facilities(),
            data,
            new QueueDesk.Request(
                UUID.randomUUID().toString(),
                scene.facilities().site().terminal(),
                (String) data.get("item"),
                filing)));
  }

  /** Its copies bear the number of the first. */
  private record Ticket(Facilities facilities, Map<String, Object> data, QueueDesk.Request request)
      implements Slip {

    @Override
    public List<Medium> media() {
      return List.of(Medium.ROLL);
    }

    @Override
    public Made make(Medium medium, int reprint) {
      if (!facilities.queue().connected()) {
        return ready(data, reprint);
      }
      return switch (facilities.queue().take(request)) {
        case QueueDesk.Answer.Taken(QueueDesk.Ticket ticket) -> ready(numbered(ticket), reprint);
        case QueueDesk.Answer.Closed _ -> new Made.Withheld("paper.queue-closed");
        case QueueDesk.Answer.Unreachable _ -> new Made.Withheld("paper.queue-unreachable");
      };
    }

    private Map<String, Object> numbered(QueueDesk.Ticket ticket) {
      Map<String, Object> numbered = new HashMap<>(data);
      numbered.put("queueNumber", ticket.number());
      numbered.put("window", ticket.counter());
      ticket.ahead().ifPresent(ahead -> numbered.put("ahead", ahead));
      ticket.from().ifPresent((LocalDateTime from) -> numbered.put("from", from));
      return numbered;
    }

    private Made ready(Map<String, Object> fields, int reprint) {
      return new Made.Ready(facilities.papers().receipt(TEMPLATE, fields, reprint));
    }

    @Override
    public String toString() {
      return "Ticket";
    }
  }
}
