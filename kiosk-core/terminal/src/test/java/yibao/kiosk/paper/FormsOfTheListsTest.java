package yibao.kiosk.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.kiosk.catalog.AgentRule;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Column;
import yibao.kiosk.catalog.Ending;
import yibao.kiosk.catalog.Material;
import yibao.kiosk.catalog.PrintedText;
import yibao.kiosk.catalog.Region;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.catalog.Subject;
import yibao.kiosk.packs.LoadResult;
import yibao.kiosk.packs.Pack;
import yibao.kiosk.packs.RegionPacks;
import yibao.templates.DocumentTemplates;

/** Every form, promise and consent that a list asks of a citizen can be put on paper. */
class FormsOfTheListsTest {
  private static final Path REGIONS = Path.of("../../deploy/regions");

  private static final Pattern FORM_NAME =
      Pattern.compile("[\\p{IsHan}]*(?:登记表|申请表|变更表|备案表|认定表|申请卡)");

  /** A hospital's referral, and what one office sends another. */
  private static final Set<String> WRITTEN_BY_OTHERS = Set.of("转院审批表", "信息表");

  @ParameterizedTest
  @ValueSource(strings = {"qinghai", "pingdingshan", "yantai", "ziyang", "gansu"})
  void has_a_template(String region) {
    Path own = REGIONS.resolve(region).resolve("papers");
    DocumentTemplates templates =
        Files.isDirectory(own) ? DocumentTemplates.load(own) : DocumentTemplates.load();
    Pack pack = ((LoadResult.Loaded) new RegionPacks(REGIONS).load(region)).packs().getFirst();
    Set<String> without = new TreeSet<>();

    pack.region().items().stream()
        .flatMap(item -> item.reading().branches().stream())
        .filter(branch -> branch.ending() != Ending.GUIDANCE)
        .flatMap(branch -> leaves(branch.materials()))
        .filter(leaf -> !printable(leaf, templates))
        .forEach(leaf -> without.add(leaf.kind() + " " + leaf.id() + " " + leaf.name()));

    assertEquals(Set.of(), without);
  }

  /**
   * A list also names papers in its remarks. What a citizen fills in or signs must be in the
   * reading of its item, under that name or as what may be signed instead of a proof; what others
   * write is theirs to give.
   */
  @ParameterizedTest
  @ValueSource(strings = {"qinghai", "pingdingshan", "yantai", "ziyang", "gansu"})
  void is_reached_from_every_item_that_prints_its_name(String region) {
    DocumentTemplates templates = DocumentTemplates.load();
    Pack pack = ((LoadResult.Loaded) new RegionPacks(REGIONS).load(region)).packs().getFirst();
    Set<String> unreached = new TreeSet<>();

    for (ServiceItem item : pack.region().items()) {
      if (item.reading().subject() != Subject.CITIZEN) {
        continue;
      }
      String printed =
          PrintedText.normalise(
              Stream.of(Column.MATERIALS, Column.REMARKS, Column.OTHER)
                  .map(column -> item.printed().text(column))
                  .collect(Collectors.joining("；")));
      // A remark printed across several rows may speak of the filing that is handed in with this.
      List<Material.Leaf> leaves =
          Stream.concat(
                  Stream.of(item),
                  item.reading().related().stream()
                      .flatMap(other -> pack.region().item(other.item()).stream()))
              .flatMap(one -> one.reading().branches().stream())
              .flatMap(FormsOfTheListsTest::leaves)
              .toList();
      FORM_NAME
          .matcher(printed)
          .results()
          .map(MatchResult::group)
          .filter(name -> WRITTEN_BY_OTHERS.stream().noneMatch(name::contains))
          .filter(
              name ->
                  leaves.stream()
                      .noneMatch(
                          leaf ->
                              leaf.name().contains(name)
                                  && (templates.ofForm(leaf.id()).isPresent())))
          .forEach(name -> unreached.add(item.seq() + " " + name));
      boolean promises = printed.contains("承诺书") && !printed.contains("需单位提供承诺书");
      if (promises && leaves.stream().noneMatch(leaf -> signed(leaf, pack.region()))) {
        unreached.add(item.seq() + " 承诺书");
      }
      if (printed.contains("授权书")
          && leaves.stream().noneMatch(leaf -> leaf.kind() == Material.Kind.CONSENT)) {
        unreached.add(item.seq() + " 授权书");
      }
      if (printed.contains("情况说明")
          && leaves.stream().noneMatch(leaf -> leaf.name().contains("情况说明"))) {
        unreached.add(item.seq() + " 情况说明");
      }
      if (printed.contains("人授权委托书")
          && item.reading().branches().stream()
              .noneMatch(branch -> branch.agent() instanceof AgentRule.Allowed)) {
        unreached.add(item.seq() + " 授权委托书");
      }
    }

    assertEquals(Set.of(), unreached);
  }

  /** What the person needs, and whoever comes for them. */
  private static Stream<Material.Leaf> leaves(Branch branch) {
    return Stream.concat(
        leaves(branch.materials()),
        branch.agent() instanceof AgentRule.Allowed allowed
            ? leaves(allowed.papers())
            : Stream.of());
  }

  private static boolean signed(Material.Leaf leaf, Region region) {
    return leaf.kind() == Material.Kind.COMMITMENT && region.commitments().containsKey(leaf.id())
        || leaf.standIn().filter(region.commitments()::containsKey).isPresent();
  }

  private static boolean printable(Material.Leaf leaf, DocumentTemplates templates) {
    return switch (leaf.kind()) {
      case FORM, CONSENT -> templates.ofForm(leaf.id()).isPresent();
      // One template holds the words of any promise.
      case COMMITMENT -> templates.names().contains("commitment");
      case CREDENTIAL, DOCUMENT, BANK_ACCOUNT, OFFICIAL_SEAL, SHARED_DATA -> true;
    };
  }

  private static Stream<Material.Leaf> leaves(Material material) {
    return switch (material) {
      case Material.AllOf all -> all.parts().stream().flatMap(FormsOfTheListsTest::leaves);
      case Material.AnyOf any -> any.choices().stream().flatMap(FormsOfTheListsTest::leaves);
      case Material.Leaf leaf -> Stream.of(leaf);
    };
  }
}
