package yibao.kiosk.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PrintCommandTest {
  private static final String SELF_TEST =
      """
      {"hall": "某大厅", "printer": "某打印机", "dots": 384, "qr": "https://example.org/",
       "printedAt": "2026-03-01T08:00:00", "terminal": "T-1"}
      """;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int print(String... arguments) {
    return new CommandLine(new PrintCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  @Test
  void theNameAloneListsThePapersByTheirTitle() {
    assertEquals(0, print());

    assertTrue(out.toString().contains("filing-result\t办理结果回执"), out.toString());
    assertTrue(out.toString().contains("insured-certificate\t基本医疗保险参保凭证"), out.toString());
  }

  @Test
  void aReceiptBecomesPrinterBytesOrAPicture() throws IOException {
    Path data = Files.writeString(folder.resolve("data.json"), SELF_TEST);
    Path bytes = folder.resolve("out.escpos");
    Path picture = folder.resolve("out.png");

    assertEquals(0, print("--template=self-test", "--data=" + data, "--to=" + bytes, "--dots=384"));
    assertEquals(0, print("--template=self-test", "--to=" + picture));

    assertArrayEquals(new byte[] {0x1B, 0x40}, Arrays.copyOf(Files.readAllBytes(bytes), 2));
    assertEquals('P', Files.readAllBytes(picture)[1]);
    assertEquals("", err.toString());
  }

  @Test
  void aDocumentBecomesAPdfFromItsSample() throws IOException {
    Path pdf = folder.resolve("out.pdf");

    assertEquals(0, print("--template=commitment", "--to=" + pdf));

    assertTrue(
        Files.readString(pdf, java.nio.charset.StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
  }

  @Test
  void everyPaperIsLaidOutWithOrdinaryLongestAndStrangestData() throws IOException {
    Path sheets = folder.resolve("sheets");

    assertEquals(0, print("--all", "--to=" + sheets, "--dpi=50"));

    assertEquals("", err.toString());
    try (Stream<Path> files = Files.list(sheets)) {
      assertTrue(
          files
              .map(file -> file.getFileName().toString())
              .toList()
              .containsAll(
                  List.of(
                      "receipt-acceptance-ordinary.png",
                      "receipt-acceptance-longest.png",
                      "document-relocation-strangest.png")));
    }
    assertEquals(2, print("--all"));
    assertEquals(2, print("--all", "--template=commitment", "--to=" + sheets));
  }

  @Test
  void aMissingFieldIsNamed() throws IOException {
    Path data = Files.writeString(folder.resolve("data.yaml"), "hall: 某大厅\n");

    int exit = print("--template=self-test", "--data=" + data, "--to=" + folder.resolve("x.png"));

    assertEquals(1, exit);
    assertTrue(err.toString().startsWith("模板 self-test 缺少字段"), err.toString());
  }

  @Test
  void aRegionsOwnTemplateIsUsed() throws IOException {
    Files.writeString(
        folder.resolve("self-test.receipt"),
        "---\ntitle: 本地自检\nfields:\n  hall: text 大厅名称\n---\n{{hall}}\n===\n");

    assertEquals(0, print("--papers=" + folder));

    assertTrue(out.toString().contains("self-test\t本地自检"), out.toString());
  }

  @Test
  void wrongUsageAndMissingFilesHaveTheirOwnExitCodes() {
    assertEquals(2, print("--template=self-test"));
    assertEquals(2, print("--template=self-test", "--to=x.doc"));
    assertEquals(2, print("--template=commitment", "--to=x.escpos"));
    assertEquals(1, print("--template=nothing", "--to=x.pdf"));
    assertEquals(3, print("--template=self-test", "--data=none.yaml", "--to=x.png"));
    assertEquals(3, print("--papers=none"));
  }
}
