package yibao.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import yibao.templates.receipt.ReceiptPrinter;

/**
 * Somebody else's decoder, receipt-print-hq's escpos-tools, reads from our bytes what we wrote.
 * Needs PHP.
 */
class OtherDecoderTest {
  private static final ReceiptTemplates TEMPLATES = ReceiptTemplates.load();
  private static final Charset PRINTER = Charset.forName("GBK");

  /** As which escpos-tools shows every byte, whatever the printer takes it for. */
  private static final Charset BYTES = Charset.forName("IBM437");

  private static final int PATIENCE_SECONDS = 60;

  /** What escpos-tools found. */
  private record Found(List<String> lines, List<Picture> pictures) {}

  private record Picture(int width, int height, byte[] pbm) {
    boolean black(int x, int y) {
      int start = pbm.length - width / 8 * height;
      return (pbm[start + y * (width / 8) + x / 8] >> (7 - x % 8) & 1) == 1;
    }
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> papers() {
    return TEMPLATES.names().stream()
        .flatMap(
            name ->
                Stream.of(384, 512, 576)
                    .map(dots -> org.junit.jupiter.params.provider.Arguments.of(name, dots)));
  }

  @ParameterizedTest
  @MethodSource("papers")
  void reads_the_same_lines_pictures_and_code(String name, int dots) throws Exception {
    Map<String, Object> data = TEMPLATES.sample(name);
    byte[] bytes = TEMPLATES.render(name, data, ReceiptPrinter.ofDots(dots)).escPos();

    Found found = read(bytes);

    EscPosReader ours = EscPosReader.read(bytes);
    assertEquals(written(ours.text().lines().toList()), written(found.lines()));
    assertEquals(ours.images().size(), found.pictures().size());
    assertTrue(found.pictures().stream().allMatch(picture -> picture.width() <= dots));
    String text = String.join("", written(found.lines())).replaceAll("\\s", "");
    assertTrue(text.contains("咨询电话") || text.contains("终端编号"), text);
    if (data.containsKey("track")) {
      assertTrue(text.contains(data.get("number").toString()), text);
      assertEquals(data.get("track"), decode(found.pictures().getLast()));
    }
  }

  /** Lines without what nobody sees. */
  private static List<String> written(List<String> lines) {
    return lines.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static Found read(byte[] escPos) throws IOException, InterruptedException {
    Process php =
        new ProcessBuilder("php", "src/test/php/read.php")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var in = php.getOutputStream()) {
      in.write(escPos);
    }
    String out = new String(php.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(php.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "php hangs");
    assertEquals(0, php.exitValue());
    return found(out.lines().toList());
  }

  private static Found found(List<String> report) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> lines = new ArrayList<>();
    List<Picture> pictures = new ArrayList<>();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (String row : report) {
      JsonNode one = json.readTree(row);
      if (one.has("text")) {
        line.writeBytes(one.get("text").asText().getBytes(BYTES));
      } else if (one.has("pbm")) {
        pictures.add(
            new Picture(
                one.get("width").asInt(), one.get("height").asInt(), one.get("pbm").binaryValue()));
      } else if (one.has("break")) {
        lines.add(line.toString(PRINTER));
        line.reset();
      }
    }
    lines.add(line.toString(PRINTER));
    return new Found(lines, pictures);
  }

  private static String decode(Picture picture) throws Exception {
    int[] pixels = new int[picture.width() * picture.height()];
    Arrays.setAll(
        pixels,
        i -> picture.black(i % picture.width(), i / picture.width()) ? 0xFF000000 : 0xFFFFFFFF);
    LuminanceSource source = new RGBLuminanceSource(picture.width(), picture.height(), pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }
}
