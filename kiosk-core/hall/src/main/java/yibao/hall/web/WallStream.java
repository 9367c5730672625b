package yibao.hall.web;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import yibao.hall.watch.WallEvent;
import yibao.hall.watch.Watch;
import yibao.telemetry.Topics;

/**
 * One wall's event stream: everything first, then what has changed, gathered a quarter of a second.
 * A wall that does not keep up is cut off and comes back for everything.
 */
final class WallStream {
  private static final long GATHERING_MILLIS = 250;
  private static final long HEARTBEAT_MILLIS = 15_000;
  private static final int MOST_BEHIND = 4 << 20;

  private final HttpServerResponse response;
  private final Json json;
  private final Predicate<Topics> shown;
  private final Map<Topics, WallEvent.Terminal> terminals = new LinkedHashMap<>();
  private final Map<Long, WallEvent.AlarmChanged> alarms = new LinkedHashMap<>();
  private final Map<Long, WallEvent.OrderChanged> orders = new LinkedHashMap<>();
  private Optional<Integer> workOrders = Optional.empty();
  private Optional<Boolean> broker = Optional.empty();

  private WallStream(HttpServerResponse response, Json json, Predicate<Topics> shown) {
    this.response = response;
    this.json = json;
    this.shown = shown;
  }

  /**
   * Opens one; called on the event loop.
   *
   * @param shown whose changes are told
   * @param all what it begins with
   */
  static void open(
      RoutingContext routing,
      Watch watch,
      Predicate<Topics> shown,
      Supplier<WallView.Wall> all,
      Json json) {
    Vertx vertx = routing.vertx();
    Context context = vertx.getOrCreateContext();
    HttpServerResponse response = routing.response();
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream; charset=utf-8")
        .setWriteQueueMaxSize(MOST_BEHIND);
    WallStream stream = new WallStream(response, json, shown);
    // Subscribed before everything is read: what changes between is told twice and never missed.
    Runnable end = watch.subscribe(events -> context.runOnContext(_ -> stream.gather(events)));
    stream.write("wall", json.write(all.get()));
    long flush =
        vertx.setPeriodic(GATHERING_MILLIS, _ -> context.runOnContext(_ -> stream.flush()));
    long heartbeat =
        vertx.setPeriodic(HEARTBEAT_MILLIS, _ -> context.runOnContext(_ -> stream.raw(":\n\n")));
    response.closeHandler(
        _ -> {
          end.run();
          vertx.cancelTimer(flush);
          vertx.cancelTimer(heartbeat);
        });
  }

  private void gather(List<WallEvent> events) {
    for (WallEvent event : events) {
      switch (event) {
        case WallEvent.Terminal terminal when shown.test(terminal.card().of()) ->
            terminals.put(terminal.card().of(), terminal);
        case WallEvent.AlarmChanged changed when shown.test(changed.alarm().of()) ->
            alarms.put(changed.alarm().id(), changed);
        case WallEvent.OrderChanged changed when shown.test(changed.order().order().to()) ->
            orders.put(changed.order().order().number(), changed);
        case WallEvent.Terminal _, WallEvent.AlarmChanged _, WallEvent.OrderChanged _ -> {
          // Another hall's.
        }
        case WallEvent.WorkOrders(int open) -> workOrders = Optional.of(open);
        case WallEvent.Broker(boolean there) -> broker = Optional.of(there);
      }
    }
  }

  private void flush() {
    if (terminals.isEmpty()
        && alarms.isEmpty()
        && orders.isEmpty()
        && workOrders.isEmpty()
        && broker.isEmpty()) {
      return;
    }
    WallView.Changes changes =
        new WallView.Changes(
            terminals.values().stream().map(it -> WallView.terminal(it.card())).toList(),
            alarms.values().stream().map(it -> WallView.alarm(it.alarm())).toList(),
            orders.values().stream().map(it -> WallView.order(it.order())).toList(),
            workOrders,
            broker);
    terminals.clear();
    orders.clear();
    alarms.clear();
    workOrders = Optional.empty();
    broker = Optional.empty();
    write("changes", json.write(changes));
  }

  private void write(String name, String data) {
    raw("event: " + name + "\ndata: " + data + "\n\n");
  }

  private void raw(String text) {
    if (response.closed() || response.ended()) {
      return;
    }
    if (response.writeQueueFull()) {
      response.reset();
    } else {
      response.write(text);
    }
  }
}
