package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.catalog.Ending;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.catalog.Region;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.catalog.Task;
import yibao.kiosk.journey.Walker.Way;
import yibao.kiosk.journey.view.Step;
import yibao.sandbox.Mood;
import yibao.sandbox.ledger.LedgerFiling.State;
import yibao.sandbox.people.SandboxPerson;

/**
 * An item printed 即时 that the platform takes without deciding it: screen, paper and progress say
 * 已受理, and 已办结 once the platform has decided.
 */
class UndecidedTest {

  @TempDir private Path directory;

  @TestFactory
  Stream<DynamicContainer> every_instant_item_of_every_region() {
    return Stream.of("qinghai", "pingdingshan", "yantai", "ziyang", "gansu")
        .map(region -> DynamicContainer.dynamicContainer(region, instant(region)));
  }

  /** Each branch of each item on the first way that leads there. */
  private Stream<DynamicTest> instant(String id) {
    Region region = FakeHall.region(id);
    Facts known = Facts.of(region.pools().getFirst());
    return region.items().stream()
        .flatMap(
            item ->
                Walker.ways(item, region, known).stream()
                    .filter(way -> way.branch().ending() == Ending.INSTANT_FILING)
                    .collect(
                        Collectors.toMap(
                            Way::branch, way -> way, (first, _) -> first, LinkedHashMap::new))
                    .values()
                    .stream()
                    .map(
                        way ->
                            DynamicTest.dynamicTest(
                                "%d %s %s".formatted(item.seq(), item.name(), way.said()),
                                () -> somebodyGoes(id, item, way))));
  }

  /** As one person after another, until it is theirs to go. */
  private void somebodyGoes(String region, ServiceItem item, Way way) throws IOException {
    List<String> refusals = new ArrayList<>();
    for (SandboxPerson somebody : TwoHalls.people(region)) {
      Path place = directory.resolve(item.seq() + "-" + way.said().hashCode() + somebody.id());
      try (TwoHalls halls = new TwoHalls(region, place, somebody)) {
        Step end = walk(halls, item, way);
        if (end instanceof Step.Result accepted) {
          check(halls, accepted);
          return;
        }
        refusals.add(somebody.id() + ": " + end);
      }
    }
    fail("nobody can have it: " + refusals);
  }

  private static Step walk(TwoHalls halls, ServiceItem item, Way way) throws IOException {
    var east = new ProvinceVisits(halls.east);
    for (Map<String, String> before : before(halls, item, way)) {
      Step filed = east.files(item, before);
      if (!(filed instanceof Step.Result)) {
        return filed;
      }
      east.leaves();
    }
    halls.sandbox.mood(Mood.UNDECIDED);
    return east.files(item, way.said());
  }

  /** What must have been filed for this to have something to act on. */
  private static List<Map<String, String>> before(TwoHalls halls, ServiceItem item, Way way) {
    if (!(way.branch().task() instanceof Task.Filing filing)
        || !filing.filing().equals("relocationChange")) {
      return List.of();
    }
    return List.of(registering(halls, item));
  }

  private static Map<String, String> registering(TwoHalls halls, ServiceItem item) {
    Region region = halls.east.site().region();
    return Walker.ways(item, region, Facts.of(region.pools().getFirst())).stream()
        .filter(
            way ->
                way.branch().ending() == Ending.INSTANT_FILING
                    && way.branch().task() instanceof Task.Filing task
                    && task.filing().equals("relocation"))
        .map(Way::said)
        .findFirst()
        .orElseThrow();
  }

  private static void check(TwoHalls halls, Step.Result accepted) throws IOException {
    assertEquals(Step.Result.Outcome.ACCEPTED, accepted.outcome(), accepted::toString);
    assertFalse(accepted.toString().contains("已办结"), accepted::toString);
    String number = accepted.number().orElseThrow();
    var east = new ProvinceVisits(halls.east);
    String paper = east.prints();
    assertTrue(paper.contains("已受理") && !paper.contains("已办结"), paper);
    assertFalse(paper.contains("办结时间"), paper);
    assertTrue(paper.contains(number), paper);
    east.leaves();

    halls.time.pass(Duration.ofDays(1));
    var west = new ProvinceVisits(halls.west);
    assertEquals(Optional.of("已受理"), standing(west.looksUp(number)));
    west.leaves();

    halls.sandbox.decide(number, State.FINISHED);
    assertEquals(Optional.of("已办结"), standing(west.looksUp(number)));
  }

  private static Optional<String> standing(Step.Answer answer) {
    return answer.groups().stream()
        .flatMap(group -> group.rows().stream())
        .map(row -> row.value())
        .filter(List.of("已受理", "已办结")::contains)
        .findFirst();
  }
}
