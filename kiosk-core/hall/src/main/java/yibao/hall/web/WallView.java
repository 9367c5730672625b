package yibao.hall.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import yibao.hall.broker.Hearing;
import yibao.hall.fleet.Alarm;
import yibao.hall.fleet.PlacedOrder;
import yibao.hall.fleet.TerminalCard;
import yibao.hall.fleet.WorkOrder;
import yibao.telemetry.Message;
import yibao.telemetry.Order;
import yibao.telemetry.condition.Condition;
import yibao.telemetry.condition.Finding;

/** The contract's shapes. */
final class WallView {
  private WallView() {}

  /** The contract's {@code Wall}. */
  record Wall(
      boolean broker,
      boolean orders,
      List<Terminal> terminals,
      List<AlarmLine> alarms,
      int workOrders,
      Hearing.Ignored ignored) {}

  /** The contract's {@code WallChanges}. */
  record Changes(
      List<Terminal> terminals,
      List<AlarmLine> alarms,
      List<OrderLine> orders,
      Optional<Integer> workOrders,
      Optional<Boolean> broker) {}

  /** The contract's {@code Order}. */
  record OrderLine(
      long number,
      String hall,
      String terminal,
      Order.What what,
      String by,
      Instant at,
      Instant expiresAt,
      Optional<String> outcome,
      Optional<String> cause,
      Optional<Instant> answeredAt) {}

  /** The contract's {@code Terminal}. */
  record Terminal(
      String hall,
      String terminal,
      Condition condition,
      Instant since,
      Instant heardAt,
      List<Finding> findings,
      Optional<Message.State> state) {}

  /** The contract's {@code Alarm}. */
  record AlarmLine(
      long id,
      String hall,
      String terminal,
      String code,
      Optional<String> device,
      String severity,
      Instant first,
      Instant last,
      int count,
      Optional<String> acknowledgedBy,
      Optional<Instant> acknowledgedAt,
      Optional<Instant> cleared) {}

  /** The contract's {@code WorkOrder}. */
  record WorkOrderLine(
      String number,
      String hall,
      String terminal,
      Optional<String> device,
      Optional<Long> alarm,
      String fault,
      String openedBy,
      Instant openedAt,
      Optional<String> owner,
      Optional<LocalDate> dueOn,
      Optional<String> done,
      Optional<String> closedBy,
      Optional<Instant> closedAt) {}

  /** The contract's {@code Report}. */
  record ReportLine(Instant at, String type, JsonNode happening) {}

  static List<Terminal> terminals(Collection<TerminalCard> cards) {
    return cards.stream().map(WallView::terminal).toList();
  }

  static Terminal terminal(TerminalCard card) {
    return new Terminal(
        card.of().hall(),
        card.of().terminal(),
        card.verdict().condition(),
        card.since(),
        card.heardAt(),
        card.verdict().findings(),
        card.state());
  }

  static List<AlarmLine> alarms(Collection<Alarm> alarms) {
    return alarms.stream().map(WallView::alarm).toList();
  }

  static AlarmLine alarm(Alarm alarm) {
    return new AlarmLine(
        alarm.id(),
        alarm.of().hall(),
        alarm.of().terminal(),
        alarm.finding().code(),
        alarm.finding().device(),
        alarm.finding().severity().word(),
        alarm.first(),
        alarm.last(),
        alarm.count(),
        alarm.acknowledged().map(Alarm.Seen::by),
        alarm.acknowledged().map(Alarm.Seen::at),
        alarm.cleared());
  }

  static OrderLine order(PlacedOrder placed) {
    Order order = placed.order();
    return new OrderLine(
        order.number(),
        order.to().hall(),
        order.to().terminal(),
        order.what(),
        order.by(),
        placed.at(),
        order.expiresAt(),
        placed.answer().map(it -> it.outcome().name()),
        placed.answer().flatMap(PlacedOrder.Answer::cause),
        placed.answer().map(PlacedOrder.Answer::at));
  }

  static WorkOrderLine workOrder(WorkOrder order) {
    return new WorkOrderLine(
        order.number(),
        order.fault().of().hall(),
        order.fault().of().terminal(),
        order.fault().device(),
        order.fault().alarm(),
        order.fault().text(),
        order.openedBy(),
        order.openedAt(),
        order.owner(),
        order.dueOn(),
        order.closing().map(WorkOrder.Closing::done),
        order.closing().map(WorkOrder.Closing::by),
        order.closing().map(WorkOrder.Closing::at));
  }
}
