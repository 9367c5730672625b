package yibao.kiosk.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.kiosk.packs.LoadResult;
import yibao.kiosk.packs.RegionPacks;

/** What the published lists ask for, requirement by requirement. */
class ChecklistTest {

  private static Region region(String id) {
    return ((LoadResult.Loaded) new RegionPacks(Path.of("../../deploy/regions")).load(id))
        .packs()
        .getFirst()
        .region();
  }

  private static Branch branch(String region, String link, String id) {
    return region(region).linked(link).stream()
        .flatMap(item -> item.reading().branches().stream())
        .filter(branch -> branch.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> ids(Checklist list) {
    return list.requirements().stream().map(Checklist.Requirement::id).toList();
  }

  @Test
  void an_ordinary_inpatient_brings_three_papers() {
    Branch branch = branch("ziyang", "inpatient-reimbursement", "e-invoice");
    Facts known = new Facts(Map.of("emergency", "false", "injury", "no"));

    assertEquals(
        List.of("invoice", "fee-list", "discharge-summary"),
        ids(Checklist.of(branch.materials(), known)));
  }

  @Test
  void an_injury_without_a_third_party_is_promised() {
    Branch branch = branch("ziyang", "inpatient-reimbursement", "e-invoice");
    Facts known = new Facts(Map.of("emergency", "false", "injury", "alone"));

    Checklist list = Checklist.of(branch.materials(), known);
    assertTrue(ids(list).contains("injury-no-third-party"));
    assertTrue(list.requirements().getLast().ways().getFirst().promisesOnly());
  }

  @Test
  void a_judgment_may_be_replaced_by_a_promise() {
    Branch branch = branch("ziyang", "inpatient-reimbursement", "e-invoice");
    Facts known = new Facts(Map.of("emergency", "false", "injury", "others"));

    Checklist.Requirement proof =
        Checklist.of(branch.materials(), known).requirements().stream()
            .filter(r -> r.id().equals("liability-proof"))
            .findFirst()
            .orElseThrow();
    assertEquals(List.of(false, true), proof.ways().stream().map(w -> w.promisesOnly()).toList());
  }

  @Test
  void what_it_still_depends_on_is_asked_in_printed_order() {
    Branch branch = branch("ziyang", "outpatient-reimbursement", "e-invoice");

    assertEquals(
        List.of("itemised", "emergency", "injury"),
        List.copyOf(Checklist.undecided(branch.materials(), new Facts(Map.of()))));
  }

  @Test
  void either_of_two_papers_with_a_third_is_two_ways_of_two() {
    Branch branch = branch("ziyang", "high-value-drug", branchId("ziyang", "high-value-drug"));

    List<Checklist.Requirement> needed =
        Checklist.of(branch.materials(), new Facts(Map.of())).requirements();
    assertEquals(2, needed.size());
    assertEquals(2, needed.getFirst().ways().size());
    assertEquals("examination-report", needed.getLast().id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"qinghai", "pingdingshan", "yantai", "ziyang", "gansu"})
  void every_acceptance_without_a_seal_can_be_met_with_papers_and_known_texts(String id) {
    Region region = region(id);
    region.items().stream()
        .flatMap(item -> item.reading().branches().stream())
        .filter(branch -> branch.ending() == Ending.ACCEPTANCE)
        .filter(branch -> !wantsSeal(branch))
        .forEach(
            branch ->
                assertTrue(
                    Checklist.of(branch.materials(), new Facts(Map.of()))
                        .possibleWith(region.commitments().keySet()),
                    () -> id + " " + branch.id()));
  }

  private static boolean wantsSeal(Branch branch) {
    return Checklist.of(branch.materials(), new Facts(Map.of())).requirements().stream()
        .flatMap(requirement -> requirement.ways().stream())
        .flatMap(way -> way.proofs().stream())
        .anyMatch(Checklist.Seal.class::isInstance);
  }

  private static String branchId(String region, String link) {
    return region(region).linked(link).getFirst().reading().otherwise().id();
  }
}
