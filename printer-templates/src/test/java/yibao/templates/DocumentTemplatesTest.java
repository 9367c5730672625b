package yibao.templates;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.templates.proof.VerificationCode;
import yibao.templates.proof.VerificationCode.Check;
import yibao.templates.template.TemplateException;

class DocumentTemplatesTest {
  private static final DocumentTemplates TEMPLATES = DocumentTemplates.load();

  private static final ZonedDateTime AT = ZonedDateTime.parse("2026-03-01T09:32:12+08:00");

  private static Document render(String name, Map<String, ?> data) {
    return TEMPLATES.render(name, data, AT);
  }

  static List<String> papers() {
    return List.copyOf(TEMPLATES.names());
  }

  @ParameterizedTest
  @MethodSource("papers")
  void everyPaperIsPdfA2bTaggedSearchableAndOnePageWithItsSample(String name) throws Exception {
    Document document = render(name, TEMPLATES.sample(name));
    keep(name, document);

    PdfA.assertIsPdfA2b(name, document.pdf());
    assertEquals(Set.of(), document.missingCharacters());
    assertEquals(1, document.pages());
    assertTrue(document.pdf().length <= 120 * 1024, document.pdf().length + " bytes");
    try (PDDocument pdf = Loader.loadPDF(document.pdf())) {
      assertTrue(pdf.getDocumentCatalog().getMarkInfo().isMarked());
      assertEquals(document.title(), pdf.getDocumentInformation().getTitle());
      assertEquals("zh-CN", pdf.getDocumentCatalog().getLanguage());
      assertAllFontsAreSubsets(pdf);
      String text = new PDFTextStripper().getText(pdf);
      assertTrue(text.contains("第 1 页") && text.contains("共 1 页"), text);
      assertFalse(pdf.getDocumentInformation().getTitle().contains("王"));
    }
  }

  @Test
  void theSameTextAtTheSameTimeGivesTheSameBytes() throws Exception {
    Map<String, Object> data = TEMPLATES.sample("insured-certificate");

    byte[] first = render("insured-certificate", data).pdf();
    byte[] second = render("insured-certificate", data).pdf();

    assertArrayEquals(first, second);
    try (PDDocument pdf = Loader.loadPDF(first)) {
      assertEquals(AT.toInstant(), pdf.getDocumentInformation().getCreationDate().toInstant());
      String xmp =
          new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
      assertTrue(xmp.contains("<xmp:CreateDate>2026-03-01T09:32:12+08:00</xmp:CreateDate>"), xmp);
    }
  }

  @Test
  void aPageByItselfLooksAsItDoesInItsDocument() throws Exception {
    Document document = render("contribution-certificate", manyRows());
    assertTrue(document.pages() > 1, document.pages() + " pages");

    byte[] single = document.page(1);

    try (PDDocument whole = Loader.loadPDF(document.pdf());
        PDDocument one = Loader.loadPDF(single)) {
      assertEquals(1, one.getNumberOfPages());
      BufferedImage expected = new PDFRenderer(whole).renderImageWithDPI(1, 96);
      BufferedImage found = new PDFRenderer(one).renderImageWithDPI(0, 96);
      assertArrayEquals(pixels(expected), pixels(found));
    }
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static Map<String, Object> manyRows() {
    Map<String, Object> data = new HashMap<>(TEMPLATES.sample("contribution-certificate"));
    List<Object> rows = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      rows.addAll((List<?>) TEMPLATES.sample("contribution-certificate").get("rows"));
    }
    data.put("rows", rows);
    return data;
  }

  @Test
  void rareNamesAreTextThatCanBeSearched() throws Exception {
    for (String name : List.of("王䶮", "李㛃", "吴𠅤", "欧阳𬭎", "𠮷𡋤", "阿依努尔·买买提艾力")) {
      Document document = render("relocation", sampleWith("relocation", "name", name));

      assertEquals(Set.of(), document.missingCharacters(), name);
      assertTrue(text(document).contains(name), name);
      PdfA.assertIsPdfA2b(name, document.pdf());
    }
  }

  @Test
  void tibetanIsDrawnFromOutlinesAndStillFoundByOtherReaders() throws Exception {
    String place = "མཚོ་སྔོན་ཞིང་ཆེན།";
    Document document = render("relocation", sampleWith("relocation", "awayAddress", place));
    keep("relocation-tibetan", document);

    assertEquals(Set.of(), document.missingCharacters());
    PdfA.assertIsPdfA2b("Tibetan", document.pdf());
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/pdftotext")), "needs poppler-utils");
    assertTrue(pdftotext(document).contains(place));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void aLineNeitherEndsWithTheBracketBeforeTibetanNorBeginsWithTheOneAfterIt(int before)
      throws Exception {
    String place = "某".repeat(before) + "（མཚོ་སྔོན）。某".repeat(4);
    Document document = render("relocation", sampleWith("relocation", "awayAddress", place));

    List<String> lines = text(document).lines().map(String::strip).toList();
    assertTrue(lines.stream().noneMatch(it -> it.endsWith("（")), lines::toString);
    assertTrue(
        lines.stream().noneMatch(it -> it.startsWith("）") || it.startsWith("。")), lines::toString);
  }

  @Test
  void aCharacterInNoFontIsShownAndReported() throws Exception {
    Document document = render("relocation", sampleWith("relocation", "name", "王\uDB80\uDC00"));

    assertEquals(Set.of("\uDB80\uDC00"), document.missingCharacters());
    assertTrue(text(document).contains("王〓"));
  }

  @Test
  void aCharacterOurFontsLackIsTakenFromTheRegionsOwnFont(@TempDir Path pack) throws Exception {
    Files.write(pack.resolve("police.ttf"), PrivateFont.withOneGlyph(0xE000));
    Map<String, Object> data = sampleWith("relocation", "name", "王\uE000");

    Document document = DocumentTemplates.load(pack).render("relocation", data, AT);

    assertEquals(Set.of(), document.missingCharacters());
    assertTrue(text(document).contains("王\uE000"), text(document));
    PdfA.assertIsPdfA2b("own font", document.pdf());
  }

  @Test
  void dataIsTextNeverMarkup() throws Exception {
    String attack = "<img src='file:///etc/passwd'/>&amp;{{certno}}";

    Document document = render("relocation", sampleWith("relocation", "contact", attack));

    assertTrue(
        text(document).replaceAll("\\s", "").contains(attack.replaceAll("\\s", "")),
        text(document));
  }

  @Test
  void aMissingFieldIsNamedWithItsTemplate() {
    Map<String, Object> data = new HashMap<>(TEMPLATES.sample("relocation"));
    data.remove("kind");

    TemplateException fault =
        assertThrows(TemplateException.class, () -> render("relocation", data));

    assertEquals("模板 relocation 缺少字段 kind（备案类别）", fault.getMessage());
  }

  @Test
  void aLongTableRunsOverPagesThatRepeatItsHead() throws Exception {
    List<Object> rows = new ArrayList<>();
    List<?> year = (List<?>) TEMPLATES.sample("contribution-certificate").get("rows");
    for (int i = 0; i < 10; i++) {
      rows.addAll(year);
    }

    Document document =
        render("contribution-certificate", sampleWith("contribution-certificate", "rows", rows));
    keep("contribution-certificate-long", document);

    assertTrue(document.pages() > 2, document.pages() + " pages");
    long heads = text(document).lines().filter(line -> line.contains("划入账户")).count();
    long pagesWithRows = document.pages() - 1;
    assertTrue(heads >= pagesWithRows, heads + " heads on " + document.pages() + " pages");
    assertTrue(text(document).contains("第 2 页"));
  }

  @Test
  void theVerificationSymbolScansFromA203DpiPrint() throws Exception {
    KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    VerificationCode code =
        new VerificationCode(
            "k1",
            "insured-certificate",
            "PZ630202202603010001",
            LocalDate.of(2026, 3, 1),
            "海东市平安区医疗保障经办服务中心",
            "王*明 0011");
    Document document =
        render(
            "insured-certificate",
            sampleWith("insured-certificate", "verify", code.sign(keys.getPrivate())));

    BufferedImage print = ImageIO.read(new ByteArrayInputStream(document.preview(0, 203)));

    assertEquals(
        new Check.Genuine(code),
        VerificationCode.check(decode(print), id -> Optional.of(keys.getPublic())));
  }

  private static void keep(String name, Document document) {
    PaperGallery.keep(name + ".pdf", document.pdf());
    for (int page = 0; page < document.pages(); page++) {
      PaperGallery.keep(name + "-" + (page + 1) + ".png", document.preview(page, 96));
    }
  }

  private static void assertAllFontsAreSubsets(PDDocument pdf) throws Exception {
    for (PDPage page : pdf.getPages()) {
      for (var name : page.getResources().getFontNames()) {
        PDFont font = page.getResources().getFont(name);
        assertTrue(font.isEmbedded() && font.getName().matches("[A-Z]{6}\\+.*"), font.getName());
      }
    }
  }

  private static String text(Document document) throws Exception {
    try (PDDocument pdf = Loader.loadPDF(document.pdf())) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  private static String pdftotext(Document document) throws Exception {
    Process process = new ProcessBuilder("/usr/bin/pdftotext", "-", "-").start();
    try (var in = process.getOutputStream()) {
      in.write(document.pdf());
    }
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(30, TimeUnit.SECONDS), "pdftotext hangs");
    return text;
  }

  private static Map<String, Object> sampleWith(String template, String field, Object value) {
    Map<String, Object> data = new HashMap<>(TEMPLATES.sample(template));
    data.put(field, value);
    return data;
  }

  private static String decode(BufferedImage image) throws Exception {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
        .getText();
  }
}
