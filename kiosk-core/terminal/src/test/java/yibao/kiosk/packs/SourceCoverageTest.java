package yibao.kiosk.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.packs.SourceCoverage.Remainder;
import yibao.kiosk.packs.SourceCoverage.Report;
import yibao.kiosk.packs.SourceCoverage.Stray;

/** The made-up list is printed with merged cells, a page break and a heading cut in two by it. */
class SourceCoverageTest {

  private static final String SHARED_REMARK = "委托办理的，应提供委托人及代理人身份证件原件及委托人授权委托书（下同）";

  @TempDir Path root;

  private String published;

  @BeforeEach
  void copyTheMadeUpRegion() throws IOException {
    MadeUpRegion.copyTo(root);
    try (InputStream text = getClass().getResourceAsStream("/published/yunlan.txt")) {
      published = new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void a_faithful_pack_leaves_nothing_but_headings() {
    Report report = compare();

    assertTrue(report.isComplete(), report::toString);
    assertEquals(
        List.of(3, 8), report.remainders().stream().map(Remainder::line).distinct().toList());
  }

  @Test
  void a_sentence_left_out_is_printed_with_its_line() throws IOException {
    MadeUpRegion.replace(root, "list.yaml", "；居住证、居民户口簿任选其一", "");

    Report report = compare();

    assertFalse(report.isComplete());
    assertEquals(List.of("11:；居住证、居民户口簿任选其一"), unexplained(report));
  }

  @Test
  void a_cell_left_out_shows_though_the_same_text_stands_in_other_rows() throws IOException {
    MadeUpRegion.replace(
        root, "list.yaml", "    timeLimit: 即时办结\n    stages: 申请-受理-审核-办结", "    timeLimit: 即时办结");

    assertEquals(List.of("11:申请-受理-审核-办结"), unexplained(compare()));
  }

  @Test
  void text_the_source_does_not_have_is_named_with_its_cell() throws IOException {
    MadeUpRegion.replace(root, "list.yaml", "不超过15个工作日", "不超过15个工作日龘");

    assertEquals(List.of(new Stray("5.timeLimit", "龘")), compare().strays());
  }

  @Test
  void a_merged_cell_left_out_of_every_row_shows() throws IOException {
    MadeUpRegion.replace(root, "list.yaml", "&agents " + SHARED_REMARK, "&agents \"\"");

    assertEquals(List.of("4:" + SHARED_REMARK), unexplained(compare()));
  }

  @Test
  void text_that_a_repair_quotes_is_accounted_for() throws IOException {
    published = published.replace("人账户一次性支取\t\t5", "（续）人账户一次性支取\t\t5");
    MadeUpRegion.replace(root, "list.yaml", "did: 补上合并单元格的文字", "did: 删去「（续）」");

    Report report = compare();

    assertTrue(report.isComplete(), report::toString);
    assertTrue(report.remainders().stream().anyMatch(rest -> rest.text().equals("（续）")));
  }

  private static List<String> unexplained(Report report) {
    return report.remainders().stream()
        .filter(rest -> rest.account().isEmpty())
        .map(rest -> rest.line() + ":" + rest.text())
        .toList();
  }

  private Report compare() {
    var loaded = assertInstanceOf(LoadResult.Loaded.class, new RegionPacks(root).load("yunlan"));
    return SourceCoverage.compare(loaded.regions().getFirst(), published);
  }
}
