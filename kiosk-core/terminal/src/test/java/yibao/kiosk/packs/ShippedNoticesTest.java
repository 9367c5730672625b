package yibao.kiosk.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import yibao.kiosk.catalog.Ending;
import yibao.kiosk.catalog.ItemSearch;
import yibao.kiosk.catalog.Notice;
import yibao.kiosk.catalog.Pool;
import yibao.kiosk.catalog.Region;
import yibao.kiosk.catalog.ServiceItem;

/** Notices and search over the five lists that ship with the terminal. */
class ShippedNoticesTest {

  private static LoadResult.Loaded shipped;

  @BeforeAll
  static void loadTheShippedRegions() {
    shipped =
        switch (new RegionPacks(Path.of("../../deploy/regions")).loadAll()) {
          case LoadResult.Loaded loaded -> loaded;
          case LoadResult.Refused(var faults) -> throw new AssertionError(faults.toString());
        };
  }

  static List<Region> regions() {
    return shipped.regions();
  }

  @ParameterizedTest
  @MethodSource("regions")
  void a_guidance_notice_never_says_bare_instant(Region region) {
    for (Pool pool : region.pools()) {
      for (ServiceItem item : region.items()) {
        for (Notice notice : notices(region, pool, item)) {
          if (notice.branch().ending() == Ending.GUIDANCE) {
            assertFalse(notice.ending().startsWith("即时") || notice.limit().startsWith("即时"));
          }
        }
      }
    }
  }

  @Test
  void what_a_hospital_settles_sends_nobody_to_a_window() {
    Region qinghai =
        regions().stream()
            .filter(region -> region.id().equals("qinghai"))
            .findFirst()
            .orElseThrow();
    Notice settled =
        notices(qinghai, qinghai.pools().getFirst(), qinghai.item(20).orElseThrow()).getFirst();

    assertEquals("到定点医疗机构办理", settled.ending());
    assertEquals("医院即时办结", settled.limit());
  }

  @ParameterizedTest
  @MethodSource("regions")
  void every_case_says_what_to_bring_how_long_and_whom_to_ask(Region region) {
    Pool pool = region.pools().getFirst();
    for (ServiceItem item : region.items()) {
      assertFalse(notices(region, pool, item).isEmpty(), item::name);
      for (Notice notice : notices(region, pool, item)) {
        assertFalse(notice.limit().isBlank());
        assertTrue(notice.rows().stream().anyMatch(row -> row.label().equals("监督电话")));
        assertTrue(notice.materials().stream().noneMatch(need -> need.text().isBlank()));
      }
    }
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "看病报销, 门诊费用报销|费用手工报销",
    "外地住院, 异地",
    "生孩子, 生育",
    "慢病, 慢性病|慢特病|门诊慢病|门诊特病",
    "cbxxcx, 参保信息查询|参保人员参保信息查询",
    "我要去外地住院, 异地"
  })
  void everyday_words_and_initials_find_the_item_in_every_region(String words, String found) {
    for (Region region : regions()) {
      List<String> names =
          new ItemSearch(region.items()).find(words).stream().map(ServiceItem::name).toList();
      assertTrue(
          names.stream().anyMatch(name -> name.matches(".*(" + found + ").*")),
          () -> region.id() + " " + words + " " + names);
    }
  }

  private static List<Notice> notices(Region region, Pool pool, ServiceItem item) {
    return Notice.ofAll(
        region, pool, item, LocalDate.of(2026, 9, 18), shipped.packs().getFirst().dayCounter());
  }
}
