package yibao.kiosk.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.filing.HandMadeTime;
import yibao.kiosk.store.InMind;
import yibao.telemetry.Happening;
import yibao.telemetry.Happening.OrderAnswered;
import yibao.telemetry.Happening.OrderAnswered.Outcome;
import yibao.telemetry.Order;
import yibao.telemetry.OrderSeal;
import yibao.telemetry.Topics;

class OrdersTest {
  private static final Topics SELF = new Topics("xining-01", "T-07");

  @TempDir Path folder;

  private final Map<String, String> kept = Collections.synchronizedMap(new HashMap<>());
  private final BlockingQueue<Happening> told = new LinkedBlockingQueue<>();
  private final List<Order.What> done = Collections.synchronizedList(new ArrayList<>());
  private final HandMadeTime time = new HandMadeTime();
  private Deeds.Done next = new Deeds.Done.Well();
  private KeyPair keys;
  private AuditTrail audit;
  private MaskedLog log;
  private Orders orders;

  @BeforeEach
  void open() throws Exception {
    keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    audit = AuditTrail.open(folder, time, 1 << 20);
    log = MaskedLog.open();
    orders = orders();
  }

  @AfterEach
  void close() {
    orders.close();
    log.close();
    audit.close();
  }

  @Test
  void an_order_is_carried_out_answered_and_audited_under_the_number_of_who_gave_it()
      throws Exception {
    give(1, new Order.Reopen());
    assertEquals(new OrderAnswered(1, Outcome.done, Optional.empty()), answer());
    assertEquals(List.of(new Order.Reopen()), done);
    assertTrue(record().contains("order.reopen"));
    assertTrue(record().contains("1001"));
  }

  @Test
  void a_log_that_is_asked_for_is_told_before_the_answer_and_audited() throws Exception {
    System.getLogger("yibao.kiosk.Somewhere").log(System.Logger.Level.WARNING, "no {0}", "card");
    give(1, new Order.PullLog());
    Happening.LogPulled pulled = (Happening.LogPulled) answer();
    assertEquals(1, pulled.order());
    assertEquals("no {0}", pulled.lines().getLast().text());
    assertEquals(new OrderAnswered(1, Outcome.done, Optional.empty()), answer());
    assertTrue(record().contains("order.pull-log"));
    assertEquals(List.of(), done);
  }

  @Test
  void an_order_that_comes_again_is_not_carried_out_again_not_even_after_a_restart()
      throws Exception {
    give(5, new Order.PrintTest());
    answer();
    orders.close();
    orders = orders();
    give(5, new Order.PrintTest());
    give(4, new Order.Reopen());
    give(6, new Order.Reopen());
    assertEquals(new OrderAnswered(6, Outcome.done, Optional.empty()), answer());
    assertEquals(List.of(new Order.PrintTest(), new Order.Reopen()), done);
  }

  @Test
  void an_order_that_comes_late_is_refused_and_says_so() throws Exception {
    Instant expired = time.instant().minusSeconds(1);
    orders.heard(
        OrderSeal.seal(new Order(SELF, 1, expired, "1001", new Order.Reopen()), keys.getPrivate()));
    assertEquals(new OrderAnswered(1, Outcome.refused, Optional.of("order.late")), answer());
    assertEquals(List.of(), done);
  }

  @Test
  void an_order_for_another_terminal_or_of_another_key_is_not_obeyed() throws Exception {
    Instant soon = time.instant().plusSeconds(60);
    orders.heard(
        OrderSeal.seal(
            new Order(new Topics("xining-01", "T-08"), 1, soon, "1001", new Order.Reopen()),
            keys.getPrivate()));
    assertEquals(new Happening.OrderForged(1), answer());
    KeyPair forger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    orders.heard(
        OrderSeal.seal(new Order(SELF, 1, soon, "1001", new Order.Reopen()), forger.getPrivate()));
    give(1, new Order.Reopen());
    assertEquals(new OrderAnswered(1, Outcome.done, Optional.empty()), answer());
    assertEquals(1, done.size());
  }

  @Test
  void a_flood_of_forged_orders_is_told_once_a_minute() throws Exception {
    KeyPair forger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    for (int i = 1; i <= 3; i++) {
      orders.heard(
          OrderSeal.seal(
              new Order(SELF, i, time.instant(), "1001", new Order.Reopen()), forger.getPrivate()));
    }
    give(1, new Order.Reopen());
    assertEquals(new Happening.OrderForged(1), answer());
    assertEquals(new OrderAnswered(1, Outcome.done, Optional.empty()), answer());
    time.pass(Duration.ofMinutes(1));
    orders.heard(
        OrderSeal.seal(
            new Order(SELF, 2, time.instant(), "1001", new Order.Reopen()), forger.getPrivate()));
    assertEquals(new Happening.OrderForged(3), answer());
  }

  @Test
  void what_would_cut_a_visit_is_answered_as_refused() throws Exception {
    next = new Deeds.Done.NotNow("order.visit-under-way");
    give(1, new Order.RestartService());
    assertEquals(
        new OrderAnswered(1, Outcome.refused, Optional.of("order.visit-under-way")), answer());
  }

  @Test
  void what_did_not_come_off_is_answered_with_its_cause() throws Exception {
    next = new Deeds.Done.Badly("printer.paper-out");
    give(1, new Order.PrintTest());
    assertEquals(new OrderAnswered(1, Outcome.failed, Optional.of("printer.paper-out")), answer());
  }

  @Test
  void a_restart_is_answered_by_the_program_that_was_started() throws Exception {
    CompletableFuture<Boolean> ended = new CompletableFuture<>();
    next = new Deeds.Done.WithRestart(() -> ended.complete(true));
    give(9, new Order.RestartService());
    assertTrue(ended.get(20, TimeUnit.SECONDS));
    assertNull(told.peek());
    orders.close();
    orders = orders();
    orders.begun();
    assertEquals(new OrderAnswered(9, Outcome.done, Optional.empty()), answer());
    orders.begun();
    assertNull(told.peek());
  }

  private Orders orders() {
    return new Orders(
        new Orders.Obedience(SELF, keys.getPublic()),
        new InMind(kept),
        audit,
        time,
        what -> {
          done.add(what);
          return next;
        },
        log,
        told::add);
  }

  private void give(long number, Order.What what) {
    orders.heard(
        OrderSeal.seal(
            new Order(SELF, number, time.instant().plusSeconds(60), "1001", what),
            keys.getPrivate()));
  }

  private Happening answer() throws InterruptedException {
    return told.poll(20, TimeUnit.SECONDS);
  }

  private String record() throws Exception {
    audit.close();
    try (Stream<Path> files = Files.walk(folder)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    }
  }
}
