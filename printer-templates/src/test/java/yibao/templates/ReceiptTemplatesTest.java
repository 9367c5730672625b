package yibao.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.templates.receipt.ReceiptPrinter;
import yibao.templates.receipt.ReceiptPrinter.QrDrawing;
import yibao.templates.receipt.Repertoire;
import yibao.templates.template.TemplateException;

class ReceiptTemplatesTest {
  private static final ReceiptTemplates TEMPLATES = ReceiptTemplates.load();
  private static final ReceiptPrinter WIDE = ReceiptPrinter.ofDots(576);

  @ParameterizedTest
  @ValueSource(ints = {384, 512, 576})
  void everyPaperRendersItsSampleOnEveryWidthAsCommandsAPrinterKnows(int dots) {
    for (String name : TEMPLATES.names()) {
      Receipt receipt = TEMPLATES.render(name, TEMPLATES.sample(name), ReceiptPrinter.ofDots(dots));
      PaperGallery.keep(name + "-" + dots + ".png", receipt.png());
      PaperGallery.keep(name + "-" + dots + ".escpos", receipt.escPos());

      EscPosReader paper = EscPosReader.read(receipt.escPos());

      assertEquals("ESC @", paper.commands().getFirst());
      assertEquals("FS &", paper.commands().get(1));
      assertEquals("GS V 66 0", paper.commands().getLast());
      assertTrue(paper.text().contains(receipt.title()), name);
      assertTrue(paper.images().stream().allMatch(image -> image.getWidth() <= dots), name);
      assertEquals(Set.of(), receipt.missingCharacters(), name);
    }
  }

  @Test
  void aMissingFieldIsNamedWithItsTemplate() {
    Map<String, Object> data = new HashMap<>(TEMPLATES.sample("filing-result"));
    data.remove("number");

    TemplateException fault =
        assertThrows(TemplateException.class, () -> TEMPLATES.render("filing-result", data, WIDE));

    assertEquals("模板 filing-result 缺少字段 number（受理号）", fault.getMessage());
  }

  @Test
  void aValueOfTheWrongTypeIsNamedButNotQuoted() {
    Map<String, Object> data = sampleWith("filing-result", "settledAt", "昨天");

    TemplateException fault =
        assertThrows(TemplateException.class, () -> TEMPLATES.render("filing-result", data, WIDE));

    assertTrue(fault.getMessage().contains("settledAt"), fault.getMessage());
    assertFalse(fault.getMessage().contains("昨天"), fault.getMessage());
  }

  @Test
  void controlCharactersInDataNeverReachThePrinter() {
    String attack = "王\u001B@\u0010\u0004\u0001某\u001DV\u0000\u0085\u202E";

    EscPosReader paper =
        EscPosReader.read(
            TEMPLATES
                .render("filing-result", sampleWith("filing-result", "name", attack), WIDE)
                .escPos());

    assertTrue(paper.text().contains("王@某V"), paper.text());
    assertEquals(1, paper.commands().stream().filter("ESC @"::equals).count());
    assertEquals(1, paper.commands().stream().filter("GS V 66 0"::equals).count());
  }

  @Test
  void signsOfTheNotationInDataArePrintedAsThemselves() {
    String attack = "---\n===\n{code:x}|^a^~\"b\"`c`\\n";

    EscPosReader paper =
        EscPosReader.read(
            TEMPLATES
                .render("filing-result", sampleWith("filing-result", "name", attack), WIDE)
                .escPos());

    for (String line : attack.split("\n")) {
      assertTrue(paper.text().contains(line), line);
    }
    assertEquals(1, paper.commands().stream().filter("GS V 66 0"::equals).count());
  }

  @Test
  void aCharacterThePrinterLacksMakesItsLineAnImage() {
    byte[] plain =
        TEMPLATES.render("filing-result", sampleWith("filing-result", "name", "王明"), WIDE).escPos();
    byte[] rare =
        TEMPLATES
            .render("filing-result", sampleWith("filing-result", "name", "王𠅤"), WIDE)
            .escPos();

    assertEquals(1, EscPosReader.read(plain).images().size(), "the QR symbol only");
    assertEquals(2, EscPosReader.read(rare).images().size());
    assertEquals(34, lineHeight(EscPosReader.read(rare)), "as high as a line of text");
  }

  /** Dots that the first image and the white fed before and after it take. */
  private static int lineHeight(EscPosReader paper) {
    List<String> commands = paper.commands();
    int image = commands.indexOf("GS v 0");
    return paper.images().getFirst().getHeight()
        + Stream.of(commands.get(image - 1), commands.get(image + 1))
            .filter(command -> command.startsWith("ESC J "))
            .mapToInt(command -> Integer.parseInt(command.substring("ESC J ".length())))
            .sum();
  }

  @Test
  void noWhiteIsSentAroundAQrSymbol() {
    Map<String, Object> data = TEMPLATES.sample("filing-result");
    BufferedImage symbol =
        EscPosReader.read(TEMPLATES.render("filing-result", data, WIDE).escPos())
            .images()
            .getLast();

    // What is left over is less than the byte that a row must fill.
    assertTrue(symbol.getWidth() - symbol.getHeight() < 8, symbol.getWidth() + " dots wide");
    assertEquals(0, symbol.getRGB(0, 0) & 0xFFFFFF, "a finder pattern stands in the corner");
  }

  @Test
  void anOldPrinterGetsGbkOnlyCharactersAsImages() {
    ReceiptPrinter old = new ReceiptPrinter(384, Repertoire.GB2312, QrDrawing.IMAGE);

    byte[] bytes =
        TEMPLATES.render("filing-result", sampleWith("filing-result", "name", "朱镕"), old).escPos();

    assertFalse(EscPosReader.read(bytes).text().contains("镕"));
    assertEquals(2, EscPosReader.read(bytes).images().size());
  }

  @Test
  void aCharacterInNoFontIsShownAndReported() {
    Receipt receipt =
        TEMPLATES.render(
            "filing-result", sampleWith("filing-result", "name", "王\uDB80\uDC00"), WIDE);

    assertEquals(Set.of("\uDB80\uDC00"), receipt.missingCharacters());
    assertTrue(EscPosReader.read(receipt.escPos()).text().contains("王〓"));
  }

  @ParameterizedTest
  @ValueSource(ints = {384, 512, 576})
  void theQrSymbolReadsBackFromPrinterBytesAndFromThePreview(int dots) throws Exception {
    Map<String, Object> data = TEMPLATES.sample("filing-result");
    Receipt receipt = TEMPLATES.render("filing-result", data, ReceiptPrinter.ofDots(dots));

    BufferedImage preview = ImageIO.read(new ByteArrayInputStream(receipt.png()));

    assertEquals(data.get("track"), decode(EscPosReader.read(receipt.escPos()).images().getLast()));
    assertEquals(data.get("track"), decode(preview));
    assertEquals(dots, preview.getWidth());
  }

  @Test
  void aPrinterThatDrawsQrItselfGetsTheBytesOfTheManual() {
    ReceiptPrinter printer = new ReceiptPrinter(576, Repertoire.GBK, QrDrawing.PRINTER);

    String bytes =
        HexFormat.of()
            .formatHex(
                TEMPLATES
                    .render("self-test", sampleWith("self-test", "qr", "ABC"), printer)
                    .escPos());

    assertTrue(
        bytes.contains(
            "1d286b040031413200"
                + "1d286b0300314306"
                + "1d286b0300314531"
                + "1d286b0600315030414243"
                + "1d286b0300315130"));
  }

  @Test
  void columnsKeepTheirPlaceWhateverTheWidthOfTheCharacters() {
    String text =
        EscPosReader.read(
                TEMPLATES.render("filing-result", TEMPLATES.sample("filing-result"), WIDE).escPos())
            .text();

    for (String label : new String[] {"受理号 ", "证件号码 ", "就医地 ", "咨询电话 "}) {
      String line = text.lines().filter(l -> l.startsWith(label)).findFirst().orElseThrow();
      String head =
          line.substring(0, line.length() - line.substring(label.length()).stripLeading().length());
      assertEquals(11, head.getBytes(java.nio.charset.Charset.forName("GBK")).length, line);
    }
  }

  @Test
  void aRegionReplacesAPaperByAFile(@TempDir Path pack) throws Exception {
    Files.writeString(
        pack.resolve("self-test.receipt"),
        "---\ntitle: 本地自检\nfields:\n  hall: text 大厅名称\n---\n{{hall}}{{title}}\n===\n");

    ReceiptTemplates regional = ReceiptTemplates.load(pack);

    assertEquals("本地自检", regional.title("self-test"));
    assertEquals("办理结果回执", regional.title("filing-result"));
    assertTrue(
        EscPosReader.read(regional.render("self-test", Map.of("hall", "某大厅"), WIDE).escPos())
            .text()
            .contains("某大厅本地自检"));
  }

  @Test
  void aReplacementCannotAskForFieldsTheOriginalDoesNot(@TempDir Path pack) throws Exception {
    Files.writeString(
        pack.resolve("self-test.receipt"),
        "---\ntitle: 本地自检\nfields:\n  mood: text 心情\n---\n{{mood}}\n");

    TemplateException fault =
        assertThrows(TemplateException.class, () -> ReceiptTemplates.load(pack));

    assertTrue(
        fault.getMessage().contains("self-test") && fault.getMessage().contains("mood"),
        fault.getMessage());
  }

  @Test
  void aTemplateMayOnlyUseFieldsItDeclares(@TempDir Path pack) throws Exception {
    Files.writeString(pack.resolve("new.receipt"), "---\ntitle: 新\nfields: {}\n---\n{{secret}}\n");

    TemplateException fault =
        assertThrows(TemplateException.class, () -> ReceiptTemplates.load(pack));

    assertEquals("模板 new 用到了没有声明的字段 secret", fault.getMessage());
  }

  @Test
  void aReprintSaysSoAndCounts() {
    String text =
        EscPosReader.read(
                TEMPLATES
                    .render("filing-result", sampleWith("filing-result", "reprint", 2), WIDE)
                    .escPos())
            .text();

    assertTrue(text.contains("重打 第 2 次"), text);
  }

  private static Map<String, Object> sampleWith(String template, String field, Object value) {
    Map<String, Object> data = new HashMap<>(TEMPLATES.sample(template));
    data.put(field, value);
    return data;
  }

  private static String decode(BufferedImage image) throws Exception {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(
                new HybridBinarizer(
                    new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
        .getText();
  }
}
