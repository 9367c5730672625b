package yibao.kiosk.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Column;
import yibao.kiosk.catalog.Condition;
import yibao.kiosk.catalog.Credential;
import yibao.kiosk.catalog.Ending;
import yibao.kiosk.catalog.Material;
import yibao.kiosk.catalog.Region;
import yibao.kiosk.catalog.Repair;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.catalog.Subject;

/** The shipped packs: what our reading says, held against what the lists print. */
class PublishedPacksTest {

  private static final Pattern IDENTITY_DOCUMENT = Pattern.compile("有效身份证件(?!复印件)|身份证或");
  private static final Pattern SOCIAL_SECURITY_CARD = Pattern.compile("社会保障卡|社保卡");

  private static List<Region> regions;

  /** A branch and the row it belongs to. */
  private record Case(Region region, ServiceItem item, Branch branch) {
    @Override
    public String toString() {
      return region.id() + " " + item.seq() + " " + branch.id();
    }
  }

  @BeforeAll
  static void loadTheShippedPacks() {
    LoadResult result = new RegionPacks(Path.of("../../deploy/regions")).loadAll();
    regions = assertInstanceOf(LoadResult.Loaded.class, result, result::toString).regions();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "published-numbers.csv")
  void a_pack_holds_every_number_its_list_prints(String id, int first, int last, Integer skipped) {
    Region region = regions.stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();

    assertEquals(
        IntStream.rangeClosed(first, last)
            .boxed()
            .filter(seq -> !Optional.ofNullable(skipped).equals(Optional.of(seq)))
            .toList(),
        region.items().stream().map(ServiceItem::seq).toList());
  }

  @Test
  void only_what_is_printed_as_instant_or_left_to_the_hospital_is_filed_on_the_spot() {
    assertNone(
        cases()
            .filter(one -> one.branch().ending() == Ending.INSTANT_FILING)
            .filter(one -> !one.item().printed().text(Column.TIME_LIMIT).matches(".*(即时|医院)办结.*")));
  }

  @Test
  void the_credentials_the_materials_name_are_the_ones_accepted() {
    assertNone(
        mainCases()
            .filter(one -> one.item().reading().subject() == Subject.CITIZEN)
            .filter(one -> !named(one.item()).isEmpty())
            .filter(one -> !named(one.item()).equals(one.branch().credential().accepts())));
  }

  @Test
  void no_credential_is_needed_only_where_the_list_says_so() {
    assertNone(
        cases()
            .filter(
                one ->
                    one.branch().credential().isRequired()
                        == one.item().printed().text(Column.MATERIALS).equals("无")));
  }

  @Test
  void what_employers_and_institutions_hand_in_is_guidance() {
    assertNone(
        cases()
            .filter(one -> one.item().reading().subject() != Subject.CITIZEN)
            .filter(one -> one.branch().ending() != Ending.GUIDANCE));
  }

  @Test
  void a_seal_that_nothing_replaces_leads_to_guidance() {
    assertNone(
        cases()
            .filter(one -> one.branch().ending() != Ending.GUIDANCE)
            .filter(
                one ->
                    leaves(one.branch().materials())
                        .filter(leaf -> leaf.kind() == Material.Kind.OFFICIAL_SEAL)
                        .anyMatch(seal -> !isReplaced(seal, one.branch().when()))));
  }

  @Test
  void an_original_that_must_be_seen_is_taken_in_and_not_yet_accepted() {
    assertNone(
        cases()
            .filter(one -> one.branch().ending() == Ending.ACCEPTANCE)
            .filter(one -> one.branch().intake() == Branch.Intake.ACCEPTED)
            .filter(
                one ->
                    leaves(one.branch().materials())
                        .anyMatch(leaf -> leaf.presentation() == Material.Presentation.ORIGINAL)));
  }

  @Test
  void a_form_the_materials_print_is_in_the_reading() {
    var title = Pattern.compile("《([^》]*(?:表|申请书|申请卡))》");
    assertNone(
        mainCases()
            .filter(
                one ->
                    title
                        .matcher(one.item().printed().text(Column.MATERIALS))
                        .results()
                        .anyMatch(form -> !words(one.item()).contains(form.group(1)))));
  }

  @Test
  void the_same_item_has_the_same_standard_code_everywhere() {
    var codes = new HashMap<String, Optional<String>>();
    assertNone(
        mainCases()
            .filter(
                one -> {
                  var code = one.item().reading().standardCode();
                  var link = one.item().reading().link().orElseThrow();
                  var before = codes.putIfAbsent(link, code);
                  return before != null && !before.equals(code);
                }));
  }

  @Test
  void every_repair_and_every_related_item_names_a_row_of_its_list() {
    for (Region region : regions) {
      Set<Integer> rows = new HashSet<>(region.items().stream().map(ServiceItem::seq).toList());
      region.list().repairs().stream()
          .map(Repair::seq)
          .forEach(seq -> assertTrue(rows.contains(seq), () -> region.id() + " " + seq));
      region.items().stream()
          .flatMap(item -> item.reading().related().stream())
          .forEach(other -> assertTrue(rows.contains(other.item()), () -> region.id() + other));
    }
  }

  @Test
  void a_pool_is_an_example_with_every_switch_of_its_list_off_until_a_technician_installs_it() {
    for (Region region : regions) {
      for (var pool : region.pools()) {
        assertTrue(pool.placeholder(), pool::name);
        assertTrue(
            region.facts().keySet().stream()
                .noneMatch(fact -> pool.switches().getOrDefault(fact, false)),
            pool::name);
        assertFalse(pool.offices().isEmpty(), pool::name);
      }
    }
  }

  @Test
  void a_promise_says_what_follows_when_it_is_broken_and_how_long_it_binds() {
    for (Region region : regions) {
      for (var text : region.commitments().values()) {
        String whole = String.join("", text.paragraphs());
        assertTrue(whole.contains("有效期"), () -> region.id() + " " + text.id());
        assertTrue(
            text.title().contains("授权书") || text.title().contains("说明") || whole.contains("违诺后果"),
            () -> region.id() + " " + text.id());
        assertFalse(text.ours().isBlank(), () -> region.id() + " " + text.id());
      }
    }
  }

  private static Stream<Case> cases() {
    return regions.stream()
        .flatMap(
            region ->
                region.items().stream()
                    .flatMap(
                        item ->
                            item.reading().branches().stream()
                                .map(branch -> new Case(region, item, branch))));
  }

  /** The branch of each row that holds when no condition does. */
  private static Stream<Case> mainCases() {
    return cases().filter(one -> one.branch() == one.item().reading().otherwise());
  }

  private static void assertNone(Stream<Case> offenders) {
    assertEquals(List.of(), offenders.map(Case::toString).toList());
  }

  private static Set<Credential> named(ServiceItem item) {
    String materials = item.printed().text(Column.MATERIALS);
    var named = EnumSet.noneOf(Credential.class);
    if (materials.contains("医保电子凭证")) {
      named.add(Credential.E_VOUCHER);
    }
    if (IDENTITY_DOCUMENT.matcher(materials).find()) {
      named.add(Credential.IDENTITY_DOCUMENT);
    }
    if (SOCIAL_SECURITY_CARD.matcher(materials).find()) {
      named.add(Credential.SOCIAL_SECURITY_CARD);
    }
    return named;
  }

  private static Stream<Material.Leaf> leaves(Material material) {
    return switch (material) {
      case Material.AllOf all -> all.parts().stream().flatMap(PublishedPacksTest::leaves);
      case Material.AnyOf any -> any.choices().stream().flatMap(PublishedPacksTest::leaves);
      case Material.Leaf leaf -> Stream.of(leaf);
    };
  }

  /** Whether the branch holds only where something else stands in for the seal. */
  private static boolean isReplaced(Material.Leaf seal, Condition when) {
    Map<String, Set<String>> wanted = when.wanted();
    return seal.sharedWhen()
        .filter(
            shared ->
                shared.wanted().entrySet().stream()
                    .allMatch(
                        fact ->
                            wanted
                                .getOrDefault(fact.getKey(), Set.of("?"))
                                .equals(fact.getValue())))
        .isPresent();
  }

  /** Everything the reading says about the materials of a row. */
  private static String words(ServiceItem item) {
    var words = new ArrayList<String>();
    item.reading().branches().stream()
        .flatMap(branch -> leaves(branch.materials()))
        .forEach(
            leaf -> {
              words.add(leaf.name());
              words.add(leaf.note());
            });
    return String.join("\n", words);
  }
}
