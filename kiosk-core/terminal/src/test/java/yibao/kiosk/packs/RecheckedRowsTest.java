package yibao.kiosk.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Checklist;
import yibao.kiosk.catalog.Column;
import yibao.kiosk.catalog.Ending;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.catalog.Material;
import yibao.kiosk.catalog.Reading;
import yibao.kiosk.catalog.Region;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.catalog.Task;

/** Rows whose remarks change what a terminal does, each read again beside the printed text. */
class RecheckedRowsTest {

  private static Region region(String id) {
    return ((LoadResult.Loaded) new RegionPacks(Path.of("../../deploy/regions")).load(id))
        .packs()
        .getFirst()
        .region();
  }

  private static ServiceItem row(String region, int seq) {
    return region(region).item(seq).orElseThrow();
  }

  private static Branch branch(ServiceItem row, Map<String, String> said) {
    return assertInstanceOf(Reading.Choice.Chosen.class, row.reading().choose(new Facts(said)))
        .branch();
  }

  private static Set<String> papers(Branch branch, Map<String, String> said) {
    return Checklist.of(branch.materials(), new Facts(said)).requirements().stream()
        .map(Checklist.Requirement::id)
        .collect(Collectors.toSet());
  }

  /** 资阳 3，备注1：城乡居民参保登记含新参保、暂停、终止、恢复。 */
  @ParameterizedTest
  @CsvSource({
    "enrol, INSTANT_FILING, residentRegistration",
    "suspend, INSTANT_FILING, residentRegistrationChange",
    "resume, INSTANT_FILING, residentRegistrationChange",
    "end, ACCEPTANCE, entitlementEnd"
  })
  void residents_of_ziyang_begin_pause_resume_and_end(String matter, Ending ending, String filing) {
    ServiceItem row = row("ziyang", 3);
    assertTrue(row.printed().text(Column.REMARKS).contains("暂停、终止、恢复"), row.printed()::toString);

    Branch branch = branch(row, Map.of("matter", matter));

    assertEquals(ending, branch.ending());
    assertEquals(filing, assertInstanceOf(Task.Filing.class, branch.task()).filing());
  }

  /** 青海 2、3，资阳 2、3：停止享受待遇的情形发生之日起20个工作日内告知，去世的接着办理支取。 */
  @ParameterizedTest
  @CsvSource({"qinghai, 2", "qinghai, 3", "ziyang, 2", "ziyang, 3"})
  void the_end_of_an_entitlement_is_told_within_twenty_working_days_and_leads_to_the_account(
      String region, int seq) {
    ServiceItem row = row(region, seq);
    Branch end = branch(row, Map.of("employment", "flexible", "matter", "end", "newborn", "false"));

    assertEquals(Ending.ACCEPTANCE, end.ending());
    assertTrue(
        end.notes().stream().anyMatch(note -> note.contains("20个工作日")), end.notes()::toString);
    Reading.Related next = row.reading().related().getFirst();
    assertTrue(next.together());
    assertEquals(
        "account-withdrawal",
        region(region).item(next.item()).orElseThrow().reading().link().orElseThrow());
  }

  /** 青海 3，备注1：“新生儿出生一件事”。 */
  @Test
  void a_newborn_of_qinghai_is_pointed_to_the_one_matter_of_birth() {
    Branch newborn = branch(row("qinghai", 3), Map.of("newborn", "true"));

    assertEquals(Ending.GUIDANCE, newborn.ending());
    assertTrue(
        newborn.notes().stream().anyMatch(note -> note.contains("新生儿出生一件事")),
        newborn.notes()::toString);
  }

  /** 平顶山 18、19，备注2：收据显示姓名与参保信息不一致的，需提供出生医学证明。 */
  @ParameterizedTest
  @CsvSource({"18, true", "18, false", "19, true", "19, false"})
  void a_birth_certificate_is_asked_for_where_a_newborns_names_differ(int seq, boolean differ) {
    Map<String, String> said =
        Map.of(
            "invoice", "electronic",
            "newbornClaim", Boolean.toString(differ),
            "injury", "no",
            "emergency", "false");

    Branch claim = branch(row("pingdingshan", seq), said);

    assertEquals(differ, papers(claim, said).contains("birth-certificate"));
  }

  /** 烟台 23：医疗费用票据原件。 */
  @ParameterizedTest
  @CsvSource({"electronic", "paper"})
  void yantai_sees_the_invoices_of_an_unregistered_stay_at_a_window(String invoice) {
    Map<String, String> said = Map.of("invoice", invoice, "injury", "no", "recordWanted", "false");
    Branch claim = branch(row("yantai", 23), said);

    assertEquals(Branch.Intake.RECEIVED, claim.intake());
    assertEquals(Set.of("invoice", "fee-list"), papers(claim, said));
    assertTrue(
        papers(claim, Map.of("injury", "no", "recordWanted", "true")).contains("inpatient-record"),
        "必要时需提供住院病历复印件");
  }

  /** 青海 19，备注3：所有资料需提供原件。 */
  @Test
  void qinghai_sees_every_paper_of_a_prenatal_claim_at_a_window() {
    Branch claim = branch(row("qinghai", 19), Map.of("settled", "false"));

    assertEquals(Branch.Intake.RECEIVED, claim.intake());
    List<Checklist.Requirement> all =
        Checklist.of(claim.materials(), new Facts(Map.of())).requirements();
    assertFalse(all.isEmpty());
    for (Checklist.Requirement one : all) {
      for (Checklist.Way way : one.ways()) {
        assertTrue(
            way.proofs().stream()
                .allMatch(
                    proof ->
                        proof instanceof Checklist.Paper paper
                            && paper.presentation() == Material.Presentation.ORIGINAL),
            one::toString);
      }
    }
  }
}
