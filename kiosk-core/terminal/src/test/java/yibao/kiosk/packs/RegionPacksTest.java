package yibao.kiosk.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.catalog.AgentRule;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Column;
import yibao.kiosk.catalog.Condition;
import yibao.kiosk.catalog.Credential;
import yibao.kiosk.catalog.Ending;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.catalog.Material;
import yibao.kiosk.catalog.Reading.Choice;
import yibao.kiosk.catalog.Region;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.catalog.Stage;
import yibao.kiosk.catalog.Task;
import yibao.kiosk.catalog.TimeLimit;

class RegionPacksTest {

  @TempDir Path root;

  @BeforeEach
  void copyTheMadeUpRegion() throws IOException {
    MadeUpRegion.copyTo(root);
  }

  @Test
  void a_faultless_pack_becomes_a_region() {
    Region region = load();

    assertEquals("云岚市", region.name());
    assertEquals(List.of(1, 2, 3, 5, 6), region.items().stream().map(ServiceItem::seq).toList());
    assertEquals(3, region.categories(region.pools().getFirst()).size());
    assertEquals("0999-5550122", region.pool("990122").orElseThrow().hotlines().complaint());
  }

  @Test
  void codes_keep_their_leading_zeros_though_nobody_quoted_them() {
    assertEquals(Optional.of("002036001002"), item(1).printed().cell(Column.CODE));
    assertEquals(Optional.of("00203600100Y"), item(2).printed().category().code());
  }

  @Test
  void an_empty_cell_is_empty_text_and_a_column_the_list_lacks_is_absent() {
    assertEquals(Optional.of(""), item(3).printed().cell(Column.REMARKS));
    assertEquals(Optional.empty(), item(3).printed().cell(Column.CHANNEL));
  }

  @Test
  void text_of_a_merged_cell_stands_in_each_of_its_rows() {
    assertFalse(item(1).printed().text(Column.REMARKS).isBlank());
    assertEquals(item(1).printed().text(Column.REMARKS), item(2).printed().text(Column.REMARKS));
  }

  @Test
  void the_branch_follows_from_the_facts_and_unknown_facts_are_asked_for() {
    var reading = item(1).reading();

    assertEquals(new Choice.Ask(List.of("employment")), reading.choose(new Facts(Map.of())));
    assertEquals(
        Ending.INSTANT_FILING, chosen(1, new Facts(Map.of("employment", "flexible"))).ending());
    assertEquals(Ending.GUIDANCE, chosen(1, new Facts(Map.of("employment", "employed"))).ending());
  }

  @Test
  void a_switch_of_the_pool_changes_the_ending() {
    var region = load();
    var without = Facts.of(region.pool("990101").orElseThrow()).with("keyChange", "true");
    var with = Facts.of(region.pool("990122").orElseThrow()).with("keyChange", "true");

    assertEquals(Ending.GUIDANCE, chosen(2, without).ending());
    assertEquals(Ending.INSTANT_FILING, chosen(2, with).ending());
  }

  @Test
  void a_branch_takes_what_it_does_not_say_from_its_item() {
    var branch = chosen(1, new Facts(Map.of("employment", "employed")));

    assertEquals(Set.of(Credential.IDENTITY_DOCUMENT), branch.credential().accepts());
    assertTrue(assertInstanceOf(AgentRule.Allowed.class, branch.agent()).atTerminal());
    assertEquals(new TimeLimit.WorkingDays(5, TimeLimit.Start.ACCEPTED), branch.limit());
    assertEquals(new Task.None(), branch.task());
  }

  @Test
  void cancelling_excludes_the_social_security_card() {
    var cancel = chosen(6, new Facts(Map.of("action", "cancel")));
    var file = chosen(6, new Facts(Map.of("action", "file")));

    assertFalse(cancel.credential().accepts(Credential.SOCIAL_SECURITY_CARD));
    assertTrue(file.credential().accepts(Credential.SOCIAL_SECURITY_CARD));
    assertEquals(
        new Task.Filing(
            "relocation",
            "relocation",
            Map.of("filingKind", "longTermResidence"),
            Optional.of("relocation")),
        file.task());
  }

  @Test
  void stages_come_from_the_printed_cell_whatever_its_dashes() {
    assertEquals(
        List.of(new Stage("申请"), new Stage("受理"), new Stage("办结")),
        item(3).reading().otherwise().stages());
  }

  @Test
  void a_document_names_the_promise_that_stands_in_and_the_sharing_that_spares_it() {
    var materials = (Material.AllOf) item(5).reading().otherwise().materials();
    var death = (Material.Leaf) materials.parts().get(2);
    var sharing = Facts.of(load().pool("990122").orElseThrow());

    assertEquals(Optional.of("death"), death.standIn());
    assertInstanceOf(Condition.Verdict.Holds.class, death.sharedWhen().orElseThrow().test(sharing));
  }

  @Test
  void a_missing_file_is_named() throws IOException {
    Files.delete(root.resolve("yunlan/list.yaml"));

    assertEquals(
        List.of(new Fault("yunlan/list.yaml", 0, "缺少这个文件", "补上文件，或重新复制整个地区文件夹")), refused());
  }

  @Test
  void every_fault_of_every_file_is_named_in_one_run() throws IOException {
    MadeUpRegion.replace(root, "region.yaml", "admdvs: \"990100\"", "admdvs: \"99\"");
    MadeUpRegion.replace(root, "list.yaml", "  - seq: 2\n", "  - seq: 1\n");
    MadeUpRegion.replace(root, "reading.yaml", "limit: { workingDays: 15 }", "limit: soon");
    MadeUpRegion.replace(root, "reading.yaml", "keyChange: true,", "keyChnage: true,");
    Files.delete(root.resolve("yunlan/commitments/death.yaml"));

    assertEquals(
        Set.of(
            "yunlan/region.yaml:3",
            "yunlan/list.yaml:28",
            "yunlan/reading.yaml:34",
            "yunlan/reading.yaml:44",
            "yunlan/reading.yaml:74",
            "yunlan/reading.yaml:80"),
        refused().stream()
            .map(fault -> fault.file() + ":" + fault.line())
            .collect(Collectors.toSet()));
  }

  private Region load() {
    return assertInstanceOf(LoadResult.Loaded.class, new RegionPacks(root).load("yunlan"))
        .regions()
        .getFirst();
  }

  private List<Fault> refused() {
    return assertInstanceOf(LoadResult.Refused.class, new RegionPacks(root).load("yunlan"))
        .faults();
  }

  private ServiceItem item(int seq) {
    return load().item(seq).orElseThrow();
  }

  private Branch chosen(int seq, Facts facts) {
    return assertInstanceOf(Choice.Chosen.class, item(seq).reading().choose(facts)).branch();
  }
}
