package yibao.hall.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.hall.Told;
import yibao.hall.fleet.PlacedOrder;
import yibao.hall.fleet.WorkOrder;
import yibao.hall.store.HallStore;
import yibao.hall.store.LockBook;
import yibao.hall.store.StorePlace;
import yibao.telemetry.Happening;
import yibao.telemetry.Happening.OrderAnswered.Outcome;
import yibao.telemetry.Message;
import yibao.telemetry.Order;
import yibao.telemetry.Topics;

/** Two monitors over one real PostgreSQL. */
class SharedStoreTest {
  private static final Topics TERMINAL = new Topics("xining-01", "T-07");

  /** Goes on from noon: what is told of it is not too old to be kept. */
  private static final InstantSource CLOCK =
      InstantSource.offset(InstantSource.system(), Duration.between(Instant.now(), Told.NOON));

  private static final String SOURCE = "0123456789abcdef";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final Set<Long> taken = ConcurrentHashMap.newKeySet();
  private Postgres server;
  private Watch one;
  private Watch other;

  @BeforeEach
  void open() throws Exception {
    Optional<Path> programs = Postgres.programs();
    assumeTrue(programs.isPresent(), "postgresql is installed by deploy/kiosk test");
    server = Postgres.create(programs.get());
    one = watch();
    other = watch();
  }

  @AfterEach
  void close() throws Exception {
    if (server != null) {
      one.close();
      other.close();
      server.close();
    }
  }

  private Watch watch() throws Exception {
    HallStore store =
        HallStore.open(new StorePlace.OnServer(server.url(), Postgres.USER, Optional.empty()));
    Watch watch =
        new Watch(
            store,
            CLOCK,
            (_, what) -> {
              if (what instanceof Message.Taken(_, _, List<Long> numbers)) {
                taken.addAll(numbers);
              }
            });
    watch.start();
    return watch;
  }

  @Test
  void what_one_monitor_hears_or_somebody_does_there_stands_on_the_others_wall() throws Exception {
    one.heard(TERMINAL, report(1, new Happening.PrintUnknown("printer", "no-answer")));
    await(() -> codes(other).equals(List.of("print-unknown")));
    long id = other.alarms().iterator().next().id();
    other.acknowledge(id, "1001").get();
    await(() -> one.alarms().stream().allMatch(it -> it.acknowledged().isPresent()));
    one.clear(id, "1002").get();
    await(() -> other.alarms().isEmpty());

    WorkOrder.Fault fault =
        new WorkOrder.Fault(TERMINAL, Optional.empty(), Optional.of(id), "打印机卡纸，取出后还是不走纸");
    WorkOrder opened =
        one.changeWorkOrders(it -> it.workOrders().open(fault, "1001", Told.NOON)).get();
    await(() -> other.openWorkOrders() == 1);
    other
        .changeWorkOrders(it -> it.workOrders().close(opened.number(), "换了胶辊", "1002", Told.NOON))
        .get();
    await(() -> one.openWorkOrders() == 0);
  }

  @Test
  void an_order_given_at_one_monitor_and_answered_to_the_other_is_answered_at_both()
      throws Exception {
    List<WallEvent> heard = new CopyOnWriteArrayList<>();
    one.subscribe(heard::addAll);
    PlacedOrder placed =
        one.place(TERMINAL, new Order.Reopen(), "1001", Duration.ofMinutes(2)).get();
    long number = placed.order().number();
    other.heard(
        TERMINAL, report(1, new Happening.OrderAnswered(number, Outcome.done, Optional.empty())));
    await(
        () ->
            heard.stream()
                .anyMatch(
                    it ->
                        it instanceof WallEvent.OrderChanged(PlacedOrder order)
                            && order.answer().isPresent()));
  }

  @Test
  void nothing_that_was_told_as_taken_is_lost_when_the_server_dies_under_load() throws Exception {
    for (long number = 1; number <= 400; number++) {
      one.heard(TERMINAL, report(number, new Happening.DayDiffers(LocalDate.EPOCH, 1)));
      if (number == 200) {
        server.kill();
      }
    }
    await(() -> failsToAsk(one));
    server.start();
    // As a terminal does: sent again until it is taken.
    await(
        () -> {
          for (long number = 1; number <= 400; number++) {
            if (!taken.contains(number)) {
              hear(other, number);
              hear(one, number);
            }
          }
          return taken.size() == 400;
        });
    assertEquals(400L, one.ask(it -> (long) it.latest(TERMINAL, 1_000).size()).get());
    one.heard(TERMINAL, Told.state(Told.device("id-card", "noDevice")));
    await(() -> codes(other).contains("no-reader"));
  }

  @Test
  void monitors_that_take_the_same_reports_in_another_order_never_wait_for_each_other()
      throws Exception {
    int reports = 400;
    for (int round = 0; round < 5; round++) {
      long first = 1L + round * reports;
      Thread forwards =
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (long i = 0; i < reports; i++) {
                      hear(one, first + i);
                    }
                  });
      for (long i = reports - 1; i >= 0; i--) {
        hear(other, first + i);
      }
      forwards.join();
      await(() -> kept(one) == first + reports - 1);
    }
    one.close();
    other.close();
    // What the server counted; it tells once the connections that met one have ended.
    assertEquals(0, server.deadlocks());
  }

  @Test
  void a_monitor_that_stops_in_the_midst_of_its_turn_does_not_stop_the_others() throws Exception {
    HallStore stopped =
        HallStore.open(new StorePlace.OnServer(server.url(), Postgres.USER, Optional.empty()));
    stopped.awaitTurn();
    await(
        () -> {
          hear(one, 1);
          return taken.contains(1L);
        });
    assertThrows(SQLException.class, stopped::commit);
    stopped.close();
  }

  @Test
  void every_question_has_the_same_answer_as_in_a_file() throws Exception {
    Instant at = Instant.parse("2026-03-01T16:00:00Z");
    Happening.Counted counted =
        new Happening.Counted(at, at, new TreeMap<>(Map.of("receipt.printed", 3L)));
    List<Happening> told =
        List.of(
            new Happening.VisitEnded(
                Optional.of(7), Optional.of("参保信息查询"), true, "result", 60, Optional.of(7)),
            new Happening.VisitEnded(
                Optional.of(7), Optional.of("参保信息查询"), false, "sign", 31, Optional.empty()),
            new Happening.VisitEnded(
                Optional.empty(), Optional.empty(), false, "choose", 30, Optional.empty()),
            counted,
            counted,
            new Happening.DeviceChanged("printer", "online", Optional.of("low"), Optional.empty()),
            new Happening.LogPulled(
                5, List.of(new Happening.LogLine(at, "info", "Reporter", "told"))));
    HallStore file = HallStore.open(new StorePlace.InFile(folder.resolve("file")));
    try (Watch inFile = new Watch(file, CLOCK, (_, _) -> {})) {
      inFile.start();
      for (int i = 0; i < told.size(); i++) {
        inFile.heard(TERMINAL, new Message.Report(1, SOURCE, i + 1, at, told.get(i)));
        one.heard(TERMINAL, new Message.Report(1, SOURCE, i + 1, at, told.get(i)));
      }
      for (Watch.Question<Object> question : questions()) {
        assertEquals(inFile.ask(question).get(), one.ask(question).get());
      }
      assertFalse(one.ask(it -> it.figures().days(Instant.EPOCH)).get().isEmpty());
    }
  }

  private static List<Watch.Question<Object>> questions() {
    LockBook.Tried tried = new LockBook.Tried(2, Told.NOON, Told.NOON);
    return List.of(
        it -> it.figures().days(Instant.EPOCH),
        it -> it.figures().daysOfAll(Instant.EPOCH),
        it -> it.figures().calls(Instant.EPOCH),
        it -> it.figures().items(Instant.EPOCH),
        it -> it.figures().leftAt(Instant.EPOCH),
        it -> it.figures().counts(Instant.EPOCH),
        it -> it.prints().papers(TERMINAL, "printer", Instant.EPOCH),
        it -> it.prints().printed(TERMINAL, "receipt.printed", Instant.EPOCH),
        it -> it.pulledLog(TERMINAL, 5),
        it -> it.heardFirst(TERMINAL),
        it -> {
          it.locks().keep("1001", tried);
          it.locks().keep("1001", tried);
          return it.locks().all();
        });
  }

  private static Message.Report report(long number, Happening what) {
    return new Message.Report(1, SOURCE, number, Told.NOON, what);
  }

  private static void hear(Watch watch, long number) {
    try {
      watch.heard(TERMINAL, report(number, new Happening.DayDiffers(LocalDate.EPOCH, 1)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long kept(Watch watch) {
    try {
      return watch.ask(it -> it.latest(TERMINAL, 10_000)).get().size();
    } catch (InterruptedException | ExecutionException notYet) {
      return -1;
    }
  }

  private static boolean failsToAsk(Watch watch) {
    try {
      watch.ask(it -> it.standing()).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return false;
    } catch (Exception e) {
      return true;
    }
  }

  private static List<String> codes(Watch watch) {
    return watch.alarms().stream().map(it -> it.finding().code()).sorted().toList();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "it did not come to pass");
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }
}
