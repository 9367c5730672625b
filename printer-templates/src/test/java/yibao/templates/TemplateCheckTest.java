package yibao.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yibao.templates.template.TemplateFiles;

/** Whoever changes a paper is told the file and line of each mistake. */
class TemplateCheckTest {
  @TempDir private Path papers;

  private static String bundled(String file) throws IOException {
    try (var in = TemplateFiles.class.getResourceAsStream("/yibao/templates/" + file)) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  @Test
  void an_unchanged_copy_has_no_fault() throws IOException {
    for (String file : List.of("receipts/filing-result.receipt", "documents/relocation.html")) {
      Files.writeString(papers.resolve(Path.of(file).getFileName()), bundled(file));
    }
    Files.writeString(papers.resolve("_foot.receipt"), bundled("receipts/_foot.receipt"));

    assertEquals(List.of(), TemplateCheck.of(papers));
  }

  /** Replaces the last line that begins so; the fault must name its number. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = " @ ",
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "filing-result.receipt @ {code @ {code:x;option:qrcode,99,M}",
        "filing-result.receipt @ 受理号 @ 受理号 |{{nummer}} |",
        "filing-result.receipt @ {{/agent}} @ {{/agend}}",
        "filing-result.receipt @ title @ title: [",
        "relocation.html @ <tr><th>备案类别 @ <tr><th>备案类别</td></tr>",
        "relocation.html @   destination @   destination: words 就医地",
        "relocation.html @   destination @   destination: text 就医地",
        "relocation.html @ <tr><th>备案类别 @ <tr><th>{{{kind}}}</th></tr>"
      })
  void names_the_line(String file, String begins, String wrong) throws IOException {
    String kind = file.endsWith(".html") ? "documents/" : "receipts/";
    List<String> lines = new java.util.ArrayList<>(bundled(kind + file).lines().toList());
    int at = -1;
    for (int i = 1; i < lines.size() - 1; i++) {
      if (lines.get(i).startsWith(begins)) {
        at = i;
      }
    }
    lines.set(at, wrong);
    Path changed = Files.writeString(papers.resolve(file), String.join("\n", lines) + "\n");

    List<TemplateCheck.Fault> faults = TemplateCheck.of(papers);

    assertEquals(1, faults.size(), faults.toString());
    assertEquals(changed, faults.getFirst().file());
    assertEquals(at + 1, faults.getFirst().line(), faults.toString());
  }

  @Test
  void a_paper_that_nothing_prints_is_a_slip_of_the_pen() throws IOException {
    Files.writeString(
        papers.resolve("filing-results.receipt"), bundled("receipts/filing-result.receipt"));

    assertEquals(
        List.of("没有叫 filing-results 的纸，程序不会用到它"),
        TemplateCheck.of(papers).stream().map(TemplateCheck.Fault::message).toList());
  }
}
