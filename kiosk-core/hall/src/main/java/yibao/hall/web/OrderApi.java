package yibao.hall.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import yibao.hall.accounts.Door;
import yibao.hall.watch.OrderDesk;
import yibao.hall.watch.Watch;
import yibao.telemetry.Order;
import yibao.telemetry.Topics;

/** What staff tell a terminal to do, and what became of it. */
final class OrderApi {
  private static final int MOST_LINES = 20;

  private final Watch watch;
  private final OrderDesk desk;
  private final Calls calls;

  OrderApi(Watch watch, OrderDesk desk, Calls calls) {
    this.watch = watch;
    this.desk = desk;
    this.calls = calls;
  }

  void mount() {
    calls.open("orders", this::list);
    order("closeTerminal", this::close);
    order("reopenTerminal", _ -> new Order.Reopen());
    order("printTest", _ -> new Order.PrintTest());
    order("restartScreen", _ -> new Order.RestartScreen());
    order("restartService", _ -> new Order.RestartService());
    order("setVolume", body -> new Order.SetVolume(body.path("percent").asInt(-1)));
    order("showNotice", this::notice);
    order("endNotice", _ -> new Order.EndNotice());
    order("pullLog", _ -> new Order.PullLog());
    calls.within("pulledLog", (_, context) -> log(context));
  }

  private void order(String name, Function<JsonNode, Order.What> read) {
    calls.within(name, (who, context) -> give(who, context, read));
  }

  private Order.What close(JsonNode body) {
    return new Order.Close(body.path("reason").asText("").strip(), until(body));
  }

  private Order.What notice(JsonNode body) {
    return new Order.ShowNotice(body.path("text").asText("").strip(), until(body));
  }

  private static Optional<Instant> until(JsonNode body) {
    String until = body.path("until").asText("");
    return until.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(until));
  }

  private void log(RoutingContext context) {
    Optional<Topics> of = terminal(context);
    String number = context.pathParam("number");
    if (of.isEmpty() || !number.matches("[0-9]{1,15}")) {
      calls.refuse(context, 404, "unknown", "没有这份日志。");
      return;
    }
    calls
        .await(context, watch.look(it -> it.pulledLog(of.get(), Long.parseLong(number))))
        .ifPresent(
            found ->
                found.ifPresentOrElse(
                    body -> calls.sendJson(context, body),
                    () -> calls.refuse(context, 404, "unknown", "没有这份日志。")));
  }

  private void give(Door.Within who, RoutingContext context, Function<JsonNode, Order.What> read) {
    Optional<Topics> of = terminal(context);
    if (of.isEmpty()) {
      calls.refuse(context, 404, "unknown", "没有这台终端。");
    } else if (!desk.isOpen()) {
      calls.refuse(context, 403, "no-key", "监控没有配置签名密钥（orders），不能下命令。");
    } else {
      try {
        Order.What what = read.apply(calls.body(context));
        calls
            .await(context, desk.give(of.get(), what, who.number()))
            .ifPresent(placed -> calls.send(context, 202, WallView.order(placed)));
      } catch (IllegalArgumentException | DateTimeParseException e) {
        calls.refuse(context, 400, "misread", "写得不对：暂停原因 1 到 30 个字，通知 1 到 60 个字，音量 0 到 100，时间要写对。");
      }
    }
  }

  private void list(RoutingContext context) {
    Optional<Topics> of = terminal(context);
    if (of.isEmpty()) {
      calls.refuse(context, 404, "unknown", "没有这台终端。");
      return;
    }
    calls
        .await(context, watch.look(it -> it.orders().latest(of.get(), MOST_LINES)))
        .ifPresent(found -> calls.send(context, found.stream().map(WallView::order).toList()));
  }

  /** A terminal the monitor knows. */
  private Optional<Topics> terminal(RoutingContext context) {
    String hall = context.pathParam("hall");
    String terminal = context.pathParam("terminal");
    return Topics.isId(hall) && Topics.isId(terminal)
        ? Optional.of(new Topics(hall, terminal)).filter(watch::knows)
        : Optional.empty();
  }
}
