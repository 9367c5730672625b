package yibao.hall.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import yibao.hall.broker.Hearing;
import yibao.hall.fleet.Alarm;
import yibao.hall.store.HallStore;
import yibao.hall.watch.OrderDesk;
import yibao.hall.watch.Watch;
import yibao.telemetry.Order;
import yibao.telemetry.Topics;
import yibao.telemetry.condition.Finding;

/**
 * The wall over HTTP. Looking needs no account, because nothing shown is about a person; whatever
 * changes something does, and keeps the number of whoever did it.
 */
final class WallApi {
  private static final int MOST_LINES = 200;
  private static final int MOST_IN_TABLE = 5_000;
  private static final List<String> ALARMS_HEAD =
      List.of("编号", "大厅", "终端", "告警", "设备", "级别", "发现", "最近", "次数", "知道的人", "知道的时间", "结束");

  private final Watch watch;
  private final OrderDesk desk;
  private final Supplier<Hearing.Ignored> ignored;
  private final Calls calls;
  private final Json json = new Json();

  WallApi(Watch watch, OrderDesk desk, Supplier<Hearing.Ignored> ignored, Calls calls) {
    this.watch = watch;
    this.desk = desk;
    this.ignored = ignored;
    this.calls = calls;
  }

  void mount() {
    calls.open("health", c -> calls.send(c, Map.of("status", "serving")));
    calls.open("wall", c -> calls.send(c, wall(shown(c))));
    calls.open("events", c -> WallStream.open(c, watch, shown(c), () -> wall(shown(c)), json));
    calls.open("alarms", this::history);
    calls.open("reports", this::reports);
    calls.open("alarmsCsv", this::historyCsv);
    calls.within("acknowledge", (who, c) -> change(c, id -> coming(id, who.number())));
    calls.within("clear", (who, c) -> change(c, id -> helped(id, who.number())));
  }

  /** Whoever called for staff is told who is coming. */
  private CompletableFuture<Optional<Alarm>> coming(long id, String by) {
    return watch
        .acknowledge(id, by)
        .thenApply(alarm -> tell(alarm, new Order.HelpComing(seenBy(alarm).orElse(by)), by));
  }

  private CompletableFuture<Optional<Alarm>> helped(long id, String by) {
    return watch.clear(id, by).thenApply(alarm -> tell(alarm, new Order.HelpOver(), by));
  }

  private static Optional<String> seenBy(Optional<Alarm> alarm) {
    return alarm.flatMap(Alarm::acknowledged).map(Alarm.Seen::by);
  }

  private Optional<Alarm> tell(Optional<Alarm> alarm, Order.What what, String by) {
    alarm
        .filter(it -> desk.isOpen() && it.finding().code().equals(Finding.HELP_CALL))
        .ifPresent(it -> desk.give(it.of(), what, by));
    return alarm;
  }

  /** A province's wall is too much for one page: each hall looks at its own. */
  private static Predicate<Topics> shown(RoutingContext context) {
    String hall = context.request().getParam("hall");
    return hall == null ? _ -> true : of -> of.hall().equals(hall);
  }

  private WallView.Wall wall(Predicate<Topics> shown) {
    return new WallView.Wall(
        watch.brokerThere(),
        desk.isOpen(),
        WallView.terminals(watch.cards().stream().filter(it -> shown.test(it.of())).toList()),
        WallView.alarms(watch.alarms().stream().filter(it -> shown.test(it.of())).toList()),
        watch.openWorkOrders(),
        ignored.get());
  }

  private void history(RoutingContext context) {
    calls
        .await(context, watch.look(it -> WallView.alarms(it.history(MOST_LINES))))
        .ifPresent(found -> calls.send(context, found));
  }

  private void historyCsv(RoutingContext context) {
    calls
        .await(context, watch.look(it -> it.history(MOST_IN_TABLE)))
        .ifPresent(
            found ->
                Csv.send(
                    context,
                    "alarms.csv",
                    ALARMS_HEAD,
                    found.stream().map(WallApi::line).toList()));
  }

  private static List<String> line(Alarm alarm) {
    return List.of(
        Long.toString(alarm.id()),
        alarm.of().hall(),
        alarm.of().terminal(),
        alarm.finding().code(),
        alarm.finding().device().orElse(""),
        alarm.finding().severity().word(),
        alarm.first().toString(),
        alarm.last().toString(),
        Integer.toString(alarm.count()),
        alarm.acknowledged().map(Alarm.Seen::by).orElse(""),
        alarm.acknowledged().map(Alarm.Seen::at).map(Instant::toString).orElse(""),
        alarm.cleared().map(Instant::toString).orElse(""));
  }

  private void reports(RoutingContext context) {
    String hall = context.pathParam("hall");
    String terminal = context.pathParam("terminal");
    if (!Topics.isId(hall) || !Topics.isId(terminal)) {
      calls.refuse(context, 404, "unknown", "没有这台终端。");
      return;
    }
    calls
        .await(context, watch.look(it -> it.latest(new Topics(hall, terminal), MOST_LINES)))
        .ifPresent(found -> calls.send(context, found.stream().map(this::line).toList()));
  }

  private WallView.ReportLine line(HallStore.Kept kept) {
    try {
      return new WallView.ReportLine(kept.at(), kept.type(), json.read(kept.body()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("our own line is not JSON", e);
    }
  }

  private interface Change {
    CompletableFuture<Optional<Alarm>> of(long id);
  }

  private void change(RoutingContext context, Change change) {
    String id = context.pathParam("id");
    if (!id.matches("[0-9]{1,15}")) {
      calls.refuse(context, 404, "unknown", "没有这条告警。");
      return;
    }
    calls
        .await(context, change.of(Long.parseLong(id)))
        .ifPresent(
            changed ->
                changed.ifPresentOrElse(
                    alarm -> calls.send(context, WallView.alarm(alarm)),
                    () -> calls.refuse(context, 404, "unknown", "没有这条告警。")));
  }
}
