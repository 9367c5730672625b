package yibao.kiosk.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.catalog.Deadline;
import yibao.kiosk.catalog.Notice;
import yibao.kiosk.catalog.Region;

/** What a citizen reads before starting, and takes home on paper. */
class NoticeTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 9, 18);

  @TempDir Path root;

  private Pack pack;

  @BeforeEach
  void loadTheMadeUpRegion() throws IOException {
    MadeUpRegion.copyTo(root);
    load();
  }

  @Test
  void every_case_of_an_item_has_a_notice() {
    assertEquals(
        List.of("灵活就业人员：在本机即时办结", "在职职工：到窗口办理"),
        notices(1, "990101").stream()
            .map(notice -> notice.branch().name().orElseThrow() + "：" + notice.ending())
            .toList());
  }

  @Test
  void it_says_what_to_show_and_what_to_bring_with_the_alternatives() {
    Notice file = notices(6, "990101").getLast();

    assertEquals("医保电子凭证、有效身份证件、社会保障卡，任选其一", file.credential());
    assertEquals(
        List.of("《异地就医登记备案表》（在本机填写）", "长期居住认定材料（任选其一）：居住证；或 居民户口簿；或 个人承诺书（在本机签名）"), lines(file));
  }

  @Test
  void cancelling_needs_less() {
    Notice cancel = notices(6, "990101").getFirst();

    assertEquals("医保电子凭证、有效身份证件，任选其一", cancel.credential());
    assertEquals(List.of(), cancel.materials());
  }

  @Test
  void a_window_item_is_never_bare_instant() {
    Notice key = notices(2, "990101").getFirst();

    assertEquals("窗口即时办结", key.ending());
    assertEquals("窗口即时办结", key.limit());
  }

  @Test
  void the_last_day_is_told_for_handing_in_today_and_that_holidays_may_move_it() {
    Notice employed = notices(1, "990101").getLast();

    assertEquals("受理后5个工作日内", employed.limit());
    assertEquals(Optional.of(new Deadline(LocalDate.of(2026, 9, 25), false)), employed.deadline());
  }

  @Test
  void no_last_day_is_told_where_the_clock_starts_only_at_the_window() {
    Notice withdrawal = notices(5, "990101").getFirst();

    assertEquals("在本机收件，窗口核验原件后受理", withdrawal.ending());
    assertEquals(Optional.empty(), withdrawal.deadline());
  }

  @Test
  void data_sharing_of_the_pool_spares_a_paper() {
    String paper = "死亡证明（无法提供的，可以签《死亡信息个人承诺书》代替）";
    Notice without = notices(5, "990101").getFirst();
    Notice with = notices(5, "990122").getFirst();

    assertTrue(lines(without).contains(paper), () -> lines(without).toString());
    assertFalse(lines(with).contains(paper));
    assertEquals(List.of("死亡证明"), with.spared());
  }

  @Test
  void a_switch_of_the_pool_leaves_the_window_case_out() {
    assertEquals(List.of("在本机即时办结"), notices(2, "990122").stream().map(Notice::ending).toList());
  }

  @Test
  void it_says_where_and_whom_to_ask() {
    var rows = notices(1, "990101").getFirst().rows();

    assertTrue(rows.contains(new Notice.Row("咨询电话", "12393")));
    assertTrue(rows.contains(new Notice.Row("监督电话", "0999-5550101")));
    assertTrue(rows.contains(new Notice.Row("办理地点", "云岚市医疗保障服务大厅，云岚市云溪路 1 号，工作日 9:00–17:00")));
    assertTrue(
        rows.contains(new Notice.Row("委托办理", "可以委托他人办理，须带委托人身份证件（原件）；代理人身份证件（原件）；委托人授权委托书")));
  }

  @Test
  void a_paper_that_only_some_need_says_who() throws IOException {
    MadeUpRegion.replace(
        root,
        "reading.yaml",
        "- { bankAccount: heir, name: 继承人银行卡账户信息 }",
        "- { bankAccount: heir, name: 继承人银行卡账户信息, when: { keyChange: true, employment: flexible } }");
    load();

    assertEquals(
        "继承人银行卡账户信息（“要变更的是姓名、性别、身份证号或出生日期吗？”回答“是”，且属于“灵活就业人员”的提供）",
        lines(notices(5, "990101").getFirst()).getLast());
  }

  @Test
  void the_legal_basis_stands_as_printed() {
    assertEquals(List.of("《中华人民共和国社会保险法》第二十三条"), notices(1, "990101").getFirst().legalBasis());
  }

  private void load() {
    pack =
        assertInstanceOf(LoadResult.Loaded.class, new RegionPacks(root).load("yunlan"))
            .packs()
            .getFirst();
  }

  private List<Notice> notices(int seq, String pool) {
    Region region = pack.region();
    return Notice.ofAll(
        region,
        region.pool(pool).orElseThrow(),
        region.item(seq).orElseThrow(),
        TODAY,
        pack.dayCounter());
  }

  private static List<String> lines(Notice notice) {
    return notice.materials().stream().map(Notice.Need::line).toList();
  }
}
