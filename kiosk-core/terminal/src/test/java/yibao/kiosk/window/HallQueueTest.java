package yibao.kiosk.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import yibao.sandbox.queue.SandboxQueue;

/** Numbers are taken of a queue that speaks the interface over a socket. */
class HallQueueTest {

  private SandboxQueue hall;
  private HallQueue queue;

  @BeforeEach
  void open() throws IOException {
    hall = SandboxQueue.start();
    queue = new HallQueue(hall.address());
  }

  @AfterEach
  void close() {
    hall.close();
  }

  private static QueueDesk.Request request() {
    return new QueueDesk.Request(UUID.randomUUID().toString(), "T-1", "住院费用报销", Optional.of("SL1"));
  }

  private static QueueDesk.Ticket taken(QueueDesk.Answer answer) {
    return assertInstanceOf(QueueDesk.Answer.Taken.class, answer).ticket();
  }

  @Test
  void each_errand_has_a_number_of_its_own_and_keeps_it() {
    QueueDesk.Request first = request();
    QueueDesk.Ticket number = taken(queue.take(first));
    QueueDesk.Ticket next = taken(queue.take(request()));

    assertEquals("A001", number.number());
    assertEquals(OptionalInt.of(1), next.ahead());
    assertEquals(number, taken(queue.take(first)));
    assertEquals(2, hall.tickets().size());
    assertEquals("SL1", hall.tickets().getFirst().path("asked").path("filing").asText());
  }

  @Test
  void a_queue_may_give_an_appointment_instead() {
    hall.mood(SandboxQueue.Mood.APPOINTMENTS);

    assertTrue(taken(queue.take(request())).from().isPresent());
  }

  @Test
  void a_queue_that_has_closed_and_one_that_is_broken_are_told_apart() {
    hall.mood(SandboxQueue.Mood.CLOSED);
    assertInstanceOf(QueueDesk.Answer.Closed.class, queue.take(request()));
    hall.mood(SandboxQueue.Mood.BROKEN);
    assertInstanceOf(QueueDesk.Answer.Unreachable.class, queue.take(request()));
    hall.close();
    assertInstanceOf(QueueDesk.Answer.Unreachable.class, queue.take(request()));
  }
}
