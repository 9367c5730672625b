package yibao.hall.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import yibao.hall.accounts.Door;
import yibao.hall.fleet.WorkOrder;
import yibao.hall.store.Deed;
import yibao.hall.store.HallStore;
import yibao.hall.watch.Watch;
import yibao.telemetry.Topics;

/**
 * Work orders 工单: opened, from an alarm or without, given to somebody with a last day, closed with
 * what was done. Staff write them, so that only staff read them.
 */
final class WorkOrderApi {
  private static final int MOST_LINES = 500;
  private static final String STAFF = "[A-Za-z0-9]{1,20}";
  private static final String DEVICE = "[a-z0-9-]{1,20}";
  private static final String TEXT_WANTED = "故障要写 10 到 500 个字，不要写任何人的证件号码和电话。";
  private static final List<String> HEAD =
      List.of("工单号", "大厅", "终端", "设备", "故障", "开单人", "开单时间", "处理人", "到期日", "处理结果", "结单人", "结单时间");

  private final Watch watch;
  private final InstantSource clock;
  private final Calls calls;

  WorkOrderApi(Watch watch, InstantSource clock, Calls calls) {
    this.watch = watch;
    this.clock = clock;
    this.calls = calls;
  }

  void mount() {
    calls.within("workOrders", (_, c) -> list(c));
    calls.within("workOrdersCsv", (_, c) -> csv(c));
    calls.within("openWorkOrder", this::open);
    calls.within("assignWorkOrder", this::assign);
    calls.within("closeWorkOrder", this::close);
  }

  private void list(RoutingContext context) {
    calls
        .await(context, watch.look(it -> it.workOrders().latest(MOST_LINES)))
        .ifPresent(found -> calls.send(context, found.stream().map(WallView::workOrder).toList()));
  }

  private void csv(RoutingContext context) {
    calls
        .await(context, watch.look(it -> it.workOrders().latest(MOST_LINES)))
        .ifPresent(
            found ->
                Csv.send(
                    context,
                    "work-orders.csv",
                    HEAD,
                    found.stream().map(WorkOrderApi::line).toList()));
  }

  private void open(Door.Within who, RoutingContext context) {
    JsonNode body = calls.body(context);
    String hall = body.path("hall").asText();
    String terminal = body.path("terminal").asText();
    String device = body.path("device").asText("");
    if (!Topics.isId(hall)
        || !Topics.isId(terminal)
        || !watch.knows(new Topics(hall, terminal))
        || !device.isEmpty() && !device.matches(DEVICE)) {
      calls.refuse(context, 404, "unknown", "没有这台终端。");
      return;
    }
    try {
      WorkOrder.Fault fault =
          new WorkOrder.Fault(
              new Topics(hall, terminal),
              Optional.of(device).filter(it -> !it.isEmpty()),
              Optional.of(body.path("alarm").asLong()).filter(it -> it > 0),
              body.path("fault").asText("").strip());
      calls
          .await(
              context,
              watch.changeWorkOrders(
                  it -> {
                    WorkOrder opened = it.workOrders().open(fault, who.number(), clock.instant());
                    note(it, who, "work-order.opened", opened.number());
                    return opened;
                  }))
          .ifPresent(opened -> calls.send(context, 201, WallView.workOrder(opened)));
    } catch (IllegalArgumentException e) {
      calls.refuse(context, 400, "misread", TEXT_WANTED);
    }
  }

  private void assign(Door.Within who, RoutingContext context) {
    JsonNode body = calls.body(context);
    String owner = body.path("owner").asText("");
    try {
      LocalDate dueOn = LocalDate.parse(body.path("dueOn").asText(""));
      if (owner.matches(STAFF)) {
        change(
            context,
            who,
            "work-order.assigned",
            (it, n) -> it.workOrders().assign(n, owner, dueOn));
        return;
      }
    } catch (DateTimeParseException e) {
      // Refused as a wrong number is.
    }
    calls.refuse(context, 400, "misread", "请写处理人的工号和到期日。");
  }

  private void close(Door.Within who, RoutingContext context) {
    try {
      WorkOrder.Closing closing =
          new WorkOrder.Closing(
              calls.body(context).path("done").asText("").strip(), who.number(), clock.instant());
      change(
          context,
          who,
          "work-order.closed",
          (it, number) ->
              it.workOrders().close(number, closing.done(), closing.by(), closing.at()));
    } catch (IllegalArgumentException e) {
      calls.refuse(context, 400, "misread", "请写做了什么，2 到 500 个字，不要写任何人的证件号码和电话。");
    }
  }

  private interface Change {
    Optional<WorkOrder> of(HallStore store, String number) throws SQLException;
  }

  private void change(RoutingContext context, Door.Within who, String what, Change change) {
    String number = context.pathParam("number");
    calls
        .await(
            context,
            watch.changeWorkOrders(
                it -> {
                  Optional<WorkOrder> changed = change.of(it, number);
                  if (changed.isPresent()) {
                    note(it, who, what, number);
                  }
                  return changed;
                }))
        .ifPresent(
            changed ->
                changed.ifPresentOrElse(
                    order -> calls.send(context, WallView.workOrder(order)),
                    () -> calls.refuse(context, 404, "unknown", "没有这张未结的工单。")));
  }

  private void note(HallStore to, Door.Within who, String what, String number) throws SQLException {
    to.deeds().note(new Deed(clock.instant(), who.number(), what, number, "ok"));
  }

  private static List<String> line(WorkOrder order) {
    return List.of(
        order.number(),
        order.fault().of().hall(),
        order.fault().of().terminal(),
        order.fault().device().orElse(""),
        order.fault().text(),
        order.openedBy(),
        order.openedAt().toString(),
        order.owner().orElse(""),
        order.dueOn().map(LocalDate::toString).orElse(""),
        order.closing().map(WorkOrder.Closing::done).orElse(""),
        order.closing().map(WorkOrder.Closing::by).orElse(""),
        order.closing().map(WorkOrder.Closing::at).map(Instant::toString).orElse(""));
  }
}
