package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Ending;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.catalog.Subject;
import yibao.kiosk.journey.route.Routes;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.platform.FilingReply;
import yibao.kiosk.platform.PersonFound;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.record.Insurance;
import yibao.kiosk.record.InsuranceKind;
import yibao.kiosk.record.InsuredPerson;
import yibao.kiosk.store.Keys;

/** Everything the five lists take in is handed in from the list to the receipt. */
class EveryHandInTest {

  @TempDir private Path data;

  @TestFactory
  Stream<DynamicTest> every_acceptance_of_every_region() {
    return Stream.of("qinghai", "pingdingshan", "yantai", "ziyang", "gansu")
        .flatMap(
            region ->
                FakeHall.region(region).items().stream()
                    .filter(item -> item.reading().subject() == Subject.CITIZEN)
                    .flatMap(
                        item ->
                            item.reading().branches().stream()
                                .filter(branch -> branch.ending() == Ending.ACCEPTANCE)
                                .map(branch -> test(region, item, branch))));
  }

  private DynamicTest test(String region, ServiceItem item, Branch branch) {
    return DynamicTest.dynamicTest(
        region + " " + item.seq() + " " + item.name() + " " + branch.id(),
        () -> handIn(region, item, branch));
  }

  private void handIn(String region, ServiceItem item, Branch branch) {
    Path own = data.resolve(region + item.seq() + branch.id());
    try (FakeHall hall = new FakeHall(region, own, Keys.named("k1"))) {
      Optional<Map<String, String>> way = Walker.wayTo(branch, item, hall);
      boolean open =
          way.isPresent() && Routes.canDo(branch, Facts.of(hall.site().pool()), hall.site());
      if (!open) {
        return;
      }
      FilingState state =
          branch.intake() == Branch.Intake.ACCEPTED ? FilingState.ACCEPTED : FilingState.RECEIVED;
      hall.filingReply = new FilingReply.Taken("SL1", state);
      hall.personReply = new Reply.Answered<>(new PersonFound.Known(insuredTwice(hall)));
      Screen screen = new Screen(hall.journey());
      Walker walker = new Walker(hall, screen, way.get());
      Step.Result result = walker.walk(item);

      FilingDraft draft = hall.received.getFirst();
      assertEquals(
          Boolean.toString(branch.intake() == Branch.Intake.RECEIVED),
          draft.values().get("originals"));
      assertTrue(draft.signature().isPresent());
      boolean originals = result.rows().stream().anyMatch(r -> r.label().equals("交验原件"));
      assertEquals(branch.intake() == Branch.Intake.RECEIVED, originals, walker.seen::toString);
      screen.answer("{\"choice\":\"print\"}");
      hall.slot.pull();
      screen.await(Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PRINTED);
      String paper =
          new String(hall.printed.getFirst(), Charset.forName("GB18030")).replaceAll("\\s", "");
      List<String> words = originals ? List.of("已收件", "材料原件要交窗口核验") : List.of("已受理", "受理日期");
      words.forEach(word -> assertTrue(paper.contains(word), word + " in " + paper));
    }
  }

  /** Somebody whom every form can be for: insured as an employee and as a resident. */
  static InsuredPerson insuredTwice(FakeHall hall) {
    InsuredPerson employee = FakeHall.employee(hall.site().region());
    Insurance first = employee.insurances().getFirst();
    Insurance second =
        new Insurance(
            InsuranceKind.RESIDENT_BASIC,
            first.status(),
            first.place(),
            first.placeName(),
            "普通居民（老年）",
            first.since(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new InsuredPerson(
        employee.personNumber(),
        employee.name(),
        employee.certificateNumber(),
        employee.birth(),
        employee.phone(),
        employee.address(),
        List.of(first, second));
  }
}
