package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.HallService;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.Step.Materials;
import yibao.sandbox.ledger.LedgerFiling;
import yibao.sandbox.ledger.Shortfall;

/** What a filing handed in at one terminal lacks is brought to another one 补正. */
class SupplementJourneyTest {

  private static final String REGION = "gansu";

  @TempDir private Path directory;
  private TwoHalls halls;
  private FakeHall east;
  private FakeHall west;

  @BeforeEach
  void open() throws IOException {
    halls = new TwoHalls(REGION, directory);
    east = halls.east;
    west = halls.west;
  }

  @AfterEach
  void close() throws IOException {
    halls.close();
  }

  /** A reimbursement that this terminal accepts by itself, up to the list of its papers. */
  private Walker givenTheListOfPapers(FakeHall hall, Screen screen) {
    for (ServiceItem item : hall.site().region().items()) {
      if (item.reading().link().equals(Optional.of("inpatient-reimbursement"))) {
        for (Branch branch : item.reading().branches()) {
          Optional<Map<String, String>> way =
              branch.intake() == Branch.Intake.ACCEPTED
                  ? Walker.wayTo(branch, item, hall)
                  : Optional.empty();
          if (way.isPresent()) {
            Walker walker = new Walker(hall, screen, way.get());
            hall.journey().start();
            screen.answer("{\"item\":" + item.seq() + "}");
            walker.walkTo(Materials.class);
            return walker;
          }
        }
      }
    }
    throw new AssertionError("no such item");
  }

  private void whenOneCanComeLater(Screen screen, Walker walker) {
    for (Materials.Line line : ((Materials) screen.view().step()).lines()) {
      screen.answer("{\"open\":\"" + line.id() + "\"}");
      if (offers(((Materials) screen.view().step()).choices(), "later")) {
        screen.answer("{\"choice\":\"later\"}");
        return;
      }
      screen.answer("{\"choice\":\"list\"}");
    }
    throw new AssertionError("nothing may come later: " + walker.seen);
  }

  private static boolean offers(List<Choice> choices, String id) {
    return choices.stream().anyMatch(choice -> choice.id().equals(id));
  }

  private LedgerFiling filed() {
    return halls.filed().getFirst();
  }

  private void whenTheNextDayComes() {
    halls.time.pass(Duration.ofDays(1));
  }

  private Step.Answer whenTheFilingIsLookedUp(FakeHall hall, Screen screen) {
    hall.journey().start();
    int seq =
        hall.site().region().services().stream()
            .filter(it -> it.id().equals("progressQuery"))
            .map(HallService::item)
            .findFirst()
            .orElseThrow()
            .seq();
    screen.answer("{\"item\":" + seq + "}");
    if (screen.view().step() instanceof Step.Question) {
      screen.answer("{\"value\":\"person\"}");
    }
    new Walker(hall, screen, Map.of()).walkTo(Step.Answer.class);
    screen.answer("{\"open\":\"0\"}");
    return screen.await(Step.Answer.class, s -> offers(s.choices(), "list"));
  }

  private Materials whenItIsToBeCompleted(Screen screen) {
    screen.answer("{\"choice\":\"supplement\"}");
    return screen.await(Materials.class, m -> m.phase() == Materials.Phase.LIST);
  }

  private String whenPrinted(FakeHall hall, Screen screen) {
    screen.answer("{\"choice\":\"print\"}");
    hall.slot.pull();
    screen.await(Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PRINTED);
    return new String(hall.printed.getLast(), Charset.forName("GB18030")).replaceAll("\\s", "");
  }

  @Test
  void a_paper_left_out_is_brought_to_another_terminal_and_the_limit_begins() {
    Screen here = new Screen(east.journey());
    Walker walker = givenTheListOfPapers(east, here);
    whenOneCanComeLater(here, walker);
    walker.walkTo(Step.Result.class);
    Step.Result received = (Step.Result) here.view().step();
    assertEquals(Step.Result.Outcome.RECEIVED, received.outcome(), received::toString);
    assertEquals("result.received-lacking", received.notice().code());
    assertFalse(received.rows().stream().anyMatch(row -> row.label().equals("预计办结")));
    String firstPaper = whenPrinted(east, here);
    assertTrue(firstPaper.contains("还需补交"), firstPaper);

    whenTheNextDayComes();
    Screen there = new Screen(west.journey());
    Step.Answer filing = whenTheFilingIsLookedUp(west, there);
    assertTrue(filing.toString().contains("还缺材料"), filing::toString);
    Materials list = whenItIsToBeCompleted(there);
    assertEquals(1, list.lines().size());
    new Walker(west, there, Map.of()).walkTo(Step.Result.class);
    Step.Result accepted = (Step.Result) there.view().step();

    assertEquals(Step.Result.Outcome.ACCEPTED, accepted.outcome(), accepted::toString);
    assertEquals(received.number(), accepted.number());
    LedgerFiling completed = filed();
    assertEquals(LedgerFiling.State.ACCEPTED, completed.state());
    assertEquals(Optional.empty(), completed.shortfall());
    LocalDate due = completed.intake().due().orElseThrow();
    String paper = whenPrinted(west, there);
    assertTrue(paper.contains(received.number().orElseThrow()), paper);
    assertTrue(paper.contains("补交材料：医疗费用报销"), paper);
    assertTrue(
        paper.contains("预计办结")
            && paper.contains(
                "%d年%d月%d日".formatted(due.getYear(), due.getMonthValue(), due.getDayOfMonth())),
        paper);
  }

  @Test
  void a_filing_given_back_is_completed_elsewhere_after_a_pause_and_says_until_when() {
    Screen here = new Screen(east.journey());
    givenTheListOfPapers(east, here).walkTo(Step.Result.class);
    String number = ((Step.Result) here.view().step()).number().orElseThrow();
    east.journey().leave();
    halls.sandbox.giveBack(
        number, new Shortfall(List.of("费用清单", "出院小结"), "清单看不清", LocalDate.of(2026, 3, 10)));
    whenTheNextDayComes();

    Screen there = new Screen(west.journey());
    Step.Answer filing = whenTheFilingIsLookedUp(west, there);
    for (String words : List.of("退回补正", "费用清单、出院小结", "清单看不清", "2026年3月10日")) {
      assertTrue(filing.toString().contains(words), words);
    }
    whenItIsToBeCompleted(there);
    there.answer("{\"open\":\"lack-1\"}");
    west.documents.lay("fee list");
    there.answer("{\"choice\":\"shoot\"}");
    there.await(
        Materials.class,
        m -> m.paper().filter(p -> !p.working() && !p.pages().isEmpty()).isPresent());
    there.answer("{\"choice\":\"done\"}");
    there.answer("{\"choice\":\"keep\"}");
    west.cards.lift();
    west.journey().leave();

    whenTheFilingIsLookedUp(west, there);
    there.answer("{\"choice\":\"supplement\"}");
    there.await(Step.Eligibility.class, s -> s.notice().code().equals("draft.found"));
    there.answer("{\"choice\":\"resume\"}");
    Materials resumed = there.await(Materials.class);
    assertEquals(
        List.of(Materials.State.SCANNED, Materials.State.OPEN),
        resumed.lines().stream().map(Materials.Line::state).toList());
    new Walker(west, there, Map.of()).walkTo(Step.Result.class);

    Step.Result accepted = (Step.Result) there.view().step();
    assertEquals(Optional.of(number), accepted.number());
    assertEquals(LedgerFiling.State.ACCEPTED, filed().state());
    assertTrue(filed().intake().due().isPresent());
  }

  @Test
  void going_back_from_the_papers_leads_to_the_filings_and_nothing_is_handed_in() {
    Screen here = new Screen(east.journey());
    givenTheListOfPapers(east, here).walkTo(Step.Result.class);
    String number = ((Step.Result) here.view().step()).number().orElseThrow();
    east.journey().leave();
    halls.sandbox.giveBack(number, new Shortfall(List.of("费用清单"), "", LocalDate.of(2026, 3, 10)));

    Screen there = new Screen(west.journey());
    whenTheFilingIsLookedUp(west, there);
    whenItIsToBeCompleted(there);
    west.journey().back(there.view().revision());
    there.await(Step.Answer.class);
    there.answer("{\"choice\":\"done\"}");

    assertFalse(there.settled() instanceof Step.Review);
    assertEquals(LedgerFiling.State.RETURNED, filed().state());
  }

  @Test
  void nobody_scans_papers_that_could_not_be_dated_and_the_screen_says_why() {
    Screen here = new Screen(east.journey());
    givenTheListOfPapers(east, here).walkTo(Step.Result.class);
    String number = ((Step.Result) here.view().step()).number().orElseThrow();
    east.journey().leave();
    halls.sandbox.giveBack(number, new Shortfall(List.of("费用清单"), "", LocalDate.of(2026, 3, 10)));
    Screen there = new Screen(west.journey());
    whenTheFilingIsLookedUp(west, there);

    west.clockDoubt = Optional.of("clock.went-back");
    there.answer("{\"choice\":\"supplement\"}");
    Step.Eligibility told = there.await(Step.Eligibility.class);

    assertEquals("closed.clock.went-back", told.notice().code());
    assertTrue(told.notice().text().contains("时间不正确"), told.notice()::text);
    west.clockDoubt = Optional.empty();
    there.answer("{\"choice\":\"again\"}");
    there.await(Step.Answer.class, s -> offers(s.choices(), "supplement"));
    whenItIsToBeCompleted(there);
  }
}
