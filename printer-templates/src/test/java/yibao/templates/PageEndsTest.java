package yibao.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.templates.template.Sample;

/** What may stand first and last on a page, however many rows come before it. */
class PageEndsTest {
  private static final DocumentTemplates TEMPLATES = DocumentTemplates.load();
  private static final ZonedDateTime AT = ZonedDateTime.parse("2026-03-01T09:32:12+08:00");
  private static final int MOST_ROWS = 24;

  private static final String PROMISE = "本人承诺以上填写内容";
  private static final Set<String> HEADINGS =
      Set.of("代办人", "收款账户", "填写内容", "继承人", "家庭信息", "参保信息", "备案内容", "就医信息", "就医和费用", "支付情况");

  static List<String> forms() {
    return TEMPLATES.names().stream().filter(name -> TEMPLATES.declares(name, "more")).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"settlement:items", "material-list:materials", "contribution-certificate:rows"})
  void aSealIsNeverAloneOnItsPage(String paper) throws IOException {
    String name = paper.substring(0, paper.indexOf(':'));
    String list = paper.substring(paper.indexOf(':') + 1);
    for (int rows = 1; rows <= MOST_ROWS; rows++) {
      List<String> lines = lastPage(name, list, rows);
      assertFalse(lines.getFirst().startsWith("扫描左侧"), rows + " rows: " + lines);
      assertTrue(
          lines.stream().anyMatch(line -> line.matches(".*(合计|请妥善保管|大写).*")), lines::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"insured-certificate", "payment-certificate"})
  void aSealStandsWithWhatItCertifies(String name) throws IOException {
    List<List<String>> pages = pages(name, TEMPLATES.sample(name, Sample.LONGEST));

    assertTrue(pages.getLast().getFirst().startsWith("兹证明"), pages.getLast()::toString);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void aSignatureStandsWithSomethingThatIsSigned(String name) throws IOException {
    for (int rows = 1; rows <= MOST_ROWS; rows++) {
      List<String> last = lastPage(name, "more", rows);
      assertFalse(last.getFirst().startsWith(PROMISE), name + ", " + rows + " rows: " + last);
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void aHeadingIsNeverTheLastLineOfItsPage(String name) throws IOException {
    for (int rows = 1; rows <= MOST_ROWS; rows++) {
      for (List<String> page : pages(name, withRows(name, "more", rows))) {
        assertFalse(HEADINGS.contains(page.getLast()), name + ", " + rows + " rows: " + page);
      }
    }
  }

  @Test
  void aParagraphWithTibetanIsIndentedLikeTheOthers() throws IOException {
    Map<String, Object> data = new HashMap<>(TEMPLATES.sample("contribution-certificate"));
    float without = startOf("兹", data);
    data.put("insurance", "职工基本医疗保险（མཚོ་སྔོན་）");
    float with = startOf("兹", data);

    assertEquals(without, with, 1f);
    float twoCharactersIn = (float) (20 / 25.4 * 72) + 2 * 12;
    assertEquals(twoCharactersIn, with, 3f);
  }

  private static float startOf(String character, Map<String, ?> data) throws IOException {
    List<Float> found = new ArrayList<>();
    try (PDDocument pdf =
        Loader.loadPDF(TEMPLATES.render("contribution-certificate", data, AT).pdf())) {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition text) {
          if (text.getUnicode().equals(character)) {
            found.add(text.getXDirAdj());
          }
        }
      }.getText(pdf);
    }
    return found.getFirst();
  }

  private static List<String> lastPage(String name, String list, int rows) throws IOException {
    return pages(name, withRows(name, list, rows)).getLast();
  }

  private static Map<String, Object> withRows(String name, String list, int rows) {
    Map<String, Object> data = new HashMap<>(TEMPLATES.sample(name));
    List<?> some = (List<?>) TEMPLATES.sample(name, Sample.LONGEST).get(list);
    List<Object> many = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      many.add(some.get(i % some.size()));
    }
    data.put(list, many);
    return data;
  }

  /** The lines of each page from top to bottom, without its foot. */
  private static List<List<String>> pages(String name, Map<String, ?> data) throws IOException {
    List<List<String>> pages = new ArrayList<>();
    try (PDDocument pdf = Loader.loadPDF(TEMPLATES.render(name, data, AT).pdf())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(
            stripper
                .getText(pdf)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.matches("第 \\d+ 页.*|重打 \\d+"))
                .toList());
      }
    }
    return pages;
  }
}
