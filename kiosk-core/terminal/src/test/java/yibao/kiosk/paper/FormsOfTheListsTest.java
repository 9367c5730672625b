package yibao.kiosk.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.kiosk.catalog.Ending;
import yibao.kiosk.catalog.Material;
import yibao.kiosk.packs.LoadResult;
import yibao.kiosk.packs.Pack;
import yibao.kiosk.packs.RegionPacks;
import yibao.templates.DocumentTemplates;

/** Every form, promise and consent that a list asks of a citizen can be put on paper. */
class FormsOfTheListsTest {
  private static final Path REGIONS = Path.of("../../deploy/regions");

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
