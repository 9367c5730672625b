package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.platform.FilingReply;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.store.Keys;
import yibao.kiosk.window.QueueDesk;

/**
 * Whoever must go to a window takes along what was entered here, and a number where there is one.
 */
class HandOverTest {

  private static final Map<String, String> CASE = Map.of("invoice", "paper", "settled", "false");

  @TempDir private Path data;
  private FakeHall hall;
  private Screen screen;
  private final List<QueueDesk.Request> asked = new ArrayList<>();

  @BeforeEach
  void open() {
    hall = new FakeHall("qinghai", data, Keys.named("k1"));
    screen = new Screen(hall.journey());
  }

  @AfterEach
  void close() {
    hall.close();
  }

  private void givenAQueueThatSays(QueueDesk.Answer answer) {
    hall.queue =
        request -> {
          asked.add(request);
          return answer;
        };
  }

  private static QueueDesk.Answer number() {
    return new QueueDesk.Answer.Taken(
        new QueueDesk.Ticket("A017", "3号窗口", OptionalInt.of(4), Optional.empty()));
  }

  private ServiceItem item(String link) {
    return hall.site().region().linked(link).getFirst();
  }

  private Step.Paper whenTheReceiptIsPrinted() {
    screen.answer("{\"choice\":\"print\"}");
    hall.slot.pull();
    return screen.await(Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PRINTED);
  }

  private static boolean offers(Step.Paper paper) {
    return paper.choices().stream().anyMatch(c -> c.id().equals("hand-over"));
  }

  private String paper(int index) {
    return new String(hall.printed.get(index), Charset.forName("GB18030")).replaceAll("\\s", "");
  }

  @Test
  void originals_go_to_a_window_with_a_number_of_the_queue_and_what_was_entered() {
    givenAQueueThatSays(number());
    hall.filingReply = new FilingReply.Taken("SL1", FilingState.RECEIVED);
    new Walker(hall, screen, CASE).walk(item("inpatient-reimbursement"));
    assertTrue(offers(whenTheReceiptIsPrinted()));
    screen.answer("{\"choice\":\"hand-over\"}");
    screen.await(
        Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PRINTED && hall.printed.size() == 2);

    assertEquals(Optional.of("SL1"), asked.getFirst().filing());
    assertEquals("T-1", asked.getFirst().terminal());
    for (String word : List.of("A017", "3号窗口", "前面等候4人", "SL1", "欧阳若兰", "住院费用清单", "联系电话")) {
      assertTrue(paper(1).contains(word), word + " in " + paper(1));
    }
  }

  @Test
  void a_copy_of_the_ticket_asks_for_the_same_number() {
    givenAQueueThatSays(number());
    hall.filingReply = new FilingReply.Taken("SL1", FilingState.RECEIVED);
    new Walker(hall, screen, CASE).walk(item("inpatient-reimbursement"));
    whenTheReceiptIsPrinted();
    screen.answer("{\"choice\":\"hand-over\"}");
    screen.await(
        Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PRINTED && hall.printed.size() == 2);
    screen.answer("{\"choice\":\"again\"}");
    screen.await(
        Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PRINTED && hall.printed.size() == 3);

    assertEquals(2, asked.size());
    assertEquals(asked.getFirst().key(), asked.getLast().key());
  }

  @Test
  void without_a_queue_nobody_is_given_a_number() {
    hall.filingReply = new FilingReply.Taken("SL1", FilingState.RECEIVED);
    new Walker(hall, screen, CASE).walk(item("inpatient-reimbursement"));

    assertFalse(offers(whenTheReceiptIsPrinted()));
  }

  @Test
  void a_queue_that_does_not_answer_is_told_and_nothing_is_printed() {
    givenAQueueThatSays(new QueueDesk.Answer.Unreachable());
    hall.filingReply = new FilingReply.Taken("SL1", FilingState.RECEIVED);
    new Walker(hall, screen, CASE).walk(item("inpatient-reimbursement"));
    whenTheReceiptIsPrinted();
    screen.answer("{\"choice\":\"hand-over\"}");
    Step.Paper told = screen.await(Step.Paper.class, s -> s.phase() == Step.Paper.Phase.WITHHELD);

    assertEquals("paper.queue-unreachable", told.notice().code());
    assertEquals(1, hall.printed.size());
  }

  @Test
  void what_only_a_window_does_gets_a_number_beside_the_notice() {
    givenAQueueThatSays(number());
    hall.journey().start();
    screen.answer("{\"item\":" + item("employee-registration").seq() + "}");
    new Walker(hall, screen, Map.of("employment", "employed")).walkTo(Step.Brief.class);
    screen.answer("{\"choice\":\"print\"}");
    Step.Paper notice = screen.await(Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PRINTED);
    assertTrue(offers(notice));
    screen.answer("{\"choice\":\"hand-over\"}");
    screen.await(
        Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PRINTED && hall.printed.size() == 2);

    assertEquals(Optional.empty(), asked.getFirst().filing());
    for (String word : List.of("A017", "职工参保登记", "在职，由单位缴费", "加盖单位公章")) {
      assertTrue(paper(1).contains(word), word + " in " + paper(1));
    }
  }

  @Test
  void what_was_refused_goes_to_a_window_with_what_was_entered_also_without_a_queue() {
    hall.filingReply = new FilingReply.Refused("9001", "材料不符");
    new Walker(hall, screen, CASE).walk(item("inpatient-reimbursement"));
    assertTrue(offers(whenTheReceiptIsPrinted()));
    screen.answer("{\"choice\":\"hand-over\"}");
    screen.await(
        Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PRINTED && hall.printed.size() == 2);

    assertTrue(paper(1).contains("已经在自助机上填写"), paper(1));
    assertTrue(paper(1).contains("参保地医保经办窗口"), "the window as the list names it: " + paper(1));
    assertFalse(paper(1).contains("您的号码"), paper(1));
  }
}
