package yibao.hall.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.hall.Told;
import yibao.hall.fleet.Alarm;
import yibao.hall.fleet.PlacedOrder;
import yibao.hall.fleet.TerminalCard;
import yibao.hall.store.Deed;
import yibao.hall.store.FigureBook;
import yibao.hall.store.HallStore;
import yibao.hall.store.StorePlace;
import yibao.telemetry.Happening;
import yibao.telemetry.Happening.OrderAnswered.Outcome;
import yibao.telemetry.Message;
import yibao.telemetry.Order;
import yibao.telemetry.Topics;
import yibao.telemetry.condition.Condition;
import yibao.telemetry.condition.Finding;

class WatchTest {
  private static final Topics TERMINAL = new Topics("xining-01", "T-07");
  private static final String SOURCE = "0123456789abcdef";
  private static final Message.State WELL = Told.state(Told.device("id-card", "online"));
  private static final Message.State BLIND = Told.state(Told.device("id-card", "noDevice"));

  @TempDir Path folder;

  private final AtomicReference<Instant> now = new AtomicReference<>(Told.NOON);
  private final List<Message> taken = Collections.synchronizedList(new ArrayList<>());
  private Watch watch;

  @BeforeEach
  void open() throws Exception {
    watch =
        new Watch(
            HallStore.open(new StorePlace.InFile(folder)), now::get, (_, what) -> taken.add(what));
    watch.start();
  }

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void an_alarm_stands_while_the_state_lasts_and_is_kept_when_it_is_over() throws Exception {
    watch.heard(TERMINAL, BLIND);
    settle();
    assertEquals(List.of("device", "no-reader"), codes());

    watch.heard(TERMINAL, WELL);
    settle();
    assertEquals(List.of(), codes());
    assertEquals(2, watch.ask(it -> it.history(10)).get().size());
  }

  @Test
  void an_alarm_that_the_store_did_not_take_is_raised_anew_and_stops_nothing() throws Exception {
    CompletableFuture<Void> reached = new CompletableFuture<>();
    CompletableFuture<Void> gate = new CompletableFuture<>();
    // What comes while one thing is done goes to one commit after it.
    watch.ask(
        _ -> {
          reached.complete(null);
          return gate.join();
        });
    reached.get();
    watch.heard(TERMINAL, BLIND);
    var failed =
        watch.ask(
            it -> {
              throw new SQLException("the store fell over");
            });
    gate.complete(null);
    assertThrows(ExecutionException.class, failed::get);
    assertEquals(List.of(), codes());

    watch.heard(TERMINAL, WELL);
    settle();
    watch.heard(TERMINAL, BLIND);
    settle();
    assertEquals(List.of("device", "no-reader"), codes());
  }

  @Test
  void the_same_state_told_every_minute_is_one_alarm() throws Exception {
    watch.heard(TERMINAL, BLIND);
    watch.heard(TERMINAL, BLIND);
    settle();
    assertEquals(2, watch.alarms().size());
    assertTrue(watch.alarms().stream().allMatch(alarm -> alarm.count() == 1));
  }

  @Test
  void a_condition_is_since_it_changed_not_since_it_was_last_told() throws Exception {
    watch.heard(TERMINAL, BLIND);
    settle();
    now.set(Told.NOON.plusSeconds(60));
    watch.heard(TERMINAL, BLIND);
    settle();
    assertEquals(Told.NOON, card().since());
    assertEquals(Told.NOON.plusSeconds(60), card().heardAt());
  }

  @Test
  void a_lost_terminal_is_offline_and_keeps_its_last_state() throws Exception {
    watch.heard(TERMINAL, WELL);
    watch.heard(TERMINAL, new Message.Gone(1, Message.Gone.Why.lost));
    settle();
    assertEquals(Condition.OFFLINE, card().verdict().condition());
    assertEquals(Optional.of(WELL), card().state());
  }

  @Test
  void a_terminal_that_falls_silent_is_offline_while_the_broker_is_there() throws Exception {
    watch.broker(true);
    watch.heard(TERMINAL, WELL);
    settle();
    now.set(Told.NOON.plus(Duration.ofMinutes(3)));
    settle();
    assertEquals(Condition.OFFLINE, card().verdict().condition());
  }

  @Test
  void without_a_broker_silence_says_nothing() throws Exception {
    watch.broker(false);
    watch.heard(TERMINAL, WELL);
    settle();
    now.set(Told.NOON.plus(Duration.ofMinutes(3)));
    settle();
    assertEquals(Condition.OK, card().verdict().condition());
  }

  @Test
  void a_report_is_taken_when_it_is_on_the_disk_and_counted_once() throws Exception {
    Message.Report report =
        new Message.Report(1, SOURCE, 5, Told.NOON, new Happening.StoreFault("store.disk-full"));
    watch.heard(TERMINAL, report);
    settle();
    watch.heard(TERMINAL, report);
    settle();
    assertEquals(
        List.of(
            new Message.Taken(1, SOURCE, List.of(5L)), new Message.Taken(1, SOURCE, List.of(5L))),
        taken);
    assertEquals(List.of("store-fault"), codes());
    assertEquals(1, watch.alarms().iterator().next().count());
    assertEquals(1, watch.ask(it -> it.latest(TERMINAL, 10)).get().size());
  }

  @Test
  void an_orders_number_grows_and_its_first_answer_stays() throws Exception {
    watch.heard(TERMINAL, WELL);
    PlacedOrder first =
        watch.place(TERMINAL, new Order.Reopen(), "1001", Duration.ofMinutes(2)).get();
    PlacedOrder second =
        watch.place(TERMINAL, new Order.Reopen(), "1001", Duration.ofMinutes(2)).get();
    assertEquals(first.order().number() + 1, second.order().number());
    watch.heard(TERMINAL, answered(1, first.order().number(), Outcome.refused));
    watch.heard(TERMINAL, answered(2, first.order().number(), Outcome.done));
    watch.heard(
        new Topics("xining-01", "T-08"), answered(3, second.order().number(), Outcome.done));
    settle();
    assertEquals(
        List.of(Optional.empty(), Optional.of(Outcome.refused)),
        watch.ask(it -> it.orders().latest(TERMINAL, 10)).get().stream()
            .map(it -> it.answer().map(PlacedOrder.Answer::outcome))
            .toList());
  }

  @Test
  void whoever_gives_an_order_stands_in_the_record() throws Exception {
    watch.place(TERMINAL, new Order.PrintTest(), "1002", Duration.ofMinutes(2)).get();
    assertEquals(
        List.of(new Deed(Told.NOON, "1002", "order.printTest", "xining-01/T-07", "ok")),
        watch.look(it -> it.deeds().latest(10)).get());
  }

  @Test
  void who_did_what_is_on_the_disk_when_it_is_told_as_done() throws Exception {
    watch.heard(TERMINAL, BLIND);
    settle();
    long id = watch.alarms().iterator().next().id();
    watch.clear(id, "1002").get();
    watch.close();
    open();
    assertEquals(
        List.of(new Deed(Told.NOON, "1002", "alarm.cleared", Long.toString(id), "ok")),
        watch.ask(it -> it.deeds().latest(10)).get());
  }

  private static Message answered(long number, long order, Outcome outcome) {
    return new Message.Report(
        1,
        SOURCE,
        number,
        Told.NOON,
        new Happening.OrderAnswered(order, outcome, Optional.empty()));
  }

  @Test
  void visits_are_counted_by_the_halls_day_by_item_and_by_where_people_left() throws Exception {
    Instant beforeMidnight = Instant.parse("2026-03-01T15:59:59Z");
    Instant afterMidnight = Instant.parse("2026-03-01T16:00:00Z");
    hear(
        1,
        beforeMidnight,
        new Happening.VisitEnded(
            Optional.of(7), Optional.of("参保信息查询"), true, "result", 60, Optional.empty()));
    hear(
        2,
        afterMidnight,
        new Happening.VisitEnded(
            Optional.of(7), Optional.of("参保信息查询"), false, "materials", 30, Optional.empty()));
    hear(
        3,
        afterMidnight,
        new Happening.VisitEnded(
            Optional.empty(), Optional.empty(), false, "choose", 31, Optional.of(9)));
    hear(4, afterMidnight, new Happening.Counted(afterMidnight, afterMidnight, counts(2)));
    hear(5, afterMidnight, new Happening.Counted(afterMidnight, afterMidnight, counts(3)));
    settle();
    assertEquals(
        List.of(
            new FigureBook.Day("2026-03-02", Optional.of(TERMINAL), 2, 0, 31, Optional.of(9L)),
            new FigureBook.Day("2026-03-01", Optional.of(TERMINAL), 1, 1, 60, Optional.empty())),
        watch.look(it -> it.figures().days(Instant.EPOCH)).get());
    assertEquals(
        List.of(
            new FigureBook.Day("2026-03-02", Optional.empty(), 2, 0, 31, Optional.of(9L)),
            new FigureBook.Day("2026-03-01", Optional.empty(), 1, 1, 60, Optional.empty())),
        watch.look(it -> it.figures().daysOfAll(Instant.EPOCH)).get());
    assertEquals(
        List.of(new FigureBook.Item(7, Optional.of("参保信息查询"), 2, 1)),
        watch.ask(it -> it.figures().items(Instant.EPOCH)).get());
    assertEquals(
        List.of(new FigureBook.Left("choose", 1), new FigureBook.Left("materials", 1)),
        watch.ask(it -> it.figures().leftAt(Instant.EPOCH)).get());
    assertEquals(
        List.of(new FigureBook.Counted("2026-03-02", counts(5))),
        watch.look(it -> it.figures().counts(Instant.EPOCH)).get());
    Instant dayAfter = afterMidnight.plus(Duration.ofDays(1));
    assertEquals(List.of(), watch.look(it -> it.figures().days(dayAfter)).get());
  }

  @Test
  void a_report_that_comes_twice_is_counted_once() throws Exception {
    Happening visit =
        new Happening.VisitEnded(
            Optional.of(7), Optional.of("参保信息查询"), true, "result", 60, Optional.of(3));
    hear(1, Told.NOON, visit);
    hear(1, Told.NOON, visit);
    settle();
    assertEquals(1, watch.look(it -> it.figures().days(Instant.EPOCH)).get().getFirst().visits());
  }

  @Test
  void how_long_callers_waited_is_told_by_day_until_somebody_came_forward_or_it_was_over()
      throws Exception {
    call();
    long first =
        watch.alarms().stream()
            .filter(it -> it.finding().code().equals(Finding.HELP_CALL))
            .findFirst()
            .orElseThrow()
            .id();
    now.set(Told.NOON.plusSeconds(30));
    watch.acknowledge(first, "1001").get();
    now.set(Told.NOON.plusSeconds(300));
    watch.heard(TERMINAL, WELL);
    settle();
    call();
    now.set(now.get().plusSeconds(90));
    watch.heard(TERMINAL, WELL);
    settle();
    assertEquals(
        List.of(new FigureBook.Calls("2026-03-02", 2, Optional.of(60L))),
        watch.look(it -> it.figures().calls(Instant.EPOCH)).get());
  }

  private void call() throws Exception {
    watch.heard(TERMINAL, Told.calling(now.get()));
    settle();
  }

  @Test
  void whoever_looks_for_long_keeps_no_terminal_waiting() throws Exception {
    CompletableFuture<Boolean> slow = new CompletableFuture<>();
    CompletableFuture<Boolean> look = watch.look(_ -> slow.join());
    watch.heard(TERMINAL, BLIND);
    settle();
    assertEquals(List.of("device", "no-reader"), codes());
    assertFalse(look.isDone());
    slow.complete(true);
    assertTrue(look.get());
  }

  @Test
  void what_is_older_than_three_months_goes_however_much_it_is() throws Exception {
    int many = 5_000;
    for (int number = 1; number <= many; number++) {
      hear(number, Told.NOON, new Happening.DayDiffers(LocalDate.EPOCH, 1));
    }
    settle();
    assertEquals(many, watch.look(it -> it.latest(TERMINAL, many)).get().size());
    now.set(Told.NOON.plus(Duration.ofDays(93)));
    for (int sweep = 0; sweep < 3; sweep++) {
      settle();
      now.set(now.get().plusSeconds(5));
    }
    settle();
    assertEquals(List.of(), watch.look(it -> it.latest(TERMINAL, many)).get());
  }

  private static TreeMap<String, Long> counts(long failed) {
    return new TreeMap<>(Map.of("card.failed", failed));
  }

  private void hear(long number, Instant at, Happening what) throws InterruptedException {
    watch.heard(TERMINAL, new Message.Report(1, SOURCE, number, at, what));
  }

  @Test
  void who_saw_an_alarm_first_stays_through_a_restart() throws Exception {
    watch.heard(TERMINAL, BLIND);
    settle();
    long id = watch.alarms().iterator().next().id();
    watch.acknowledge(id, "1001").get();
    watch.acknowledge(id, "1002").get();
    settle();
    watch.close();
    open();
    Alarm alarm = watch.alarms().stream().filter(it -> it.id() == id).findFirst().orElseThrow();
    assertEquals(Optional.of(new Alarm.Seen("1001", Told.NOON)), alarm.acknowledged());
  }

  private TerminalCard card() {
    return watch.cards().iterator().next();
  }

  private List<String> codes() {
    return watch.alarms().stream().map(alarm -> alarm.finding().code()).sorted().toList();
  }

  /** Two questions: the first may still share a commit with what came before. */
  private void settle() throws Exception {
    for (int i = 0; i < 2; i++) {
      watch.ask(_ -> true).get(10, TimeUnit.SECONDS);
    }
  }
}
