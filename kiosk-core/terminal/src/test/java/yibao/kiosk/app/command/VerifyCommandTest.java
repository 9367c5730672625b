package yibao.kiosk.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import yibao.kiosk.paper.OfficeKeys;
import yibao.kiosk.paper.Seal;
import yibao.kiosk.paper.SealFile;
import yibao.kiosk.paper.Verification;
import yibao.templates.Document;
import yibao.templates.DocumentTemplates;
import yibao.templates.proof.VerificationCode;

/** Anybody with the published certificate can check a paper, on a machine without a network. */
class VerifyCommandTest {
  private static final String NUMBER = "PZ630202202603010001";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private Path seal;
  private Path published;
  private String code;

  @BeforeEach
  void an_office_publishes_its_certificate() throws Exception {
    OfficeKeys.ec(folder, "office");
    seal = OfficeKeys.seal(folder, "documents: {key: office.key, certificates: office.pem}\n");
    published = folder.resolve("published.pem");
    assertEquals(0, run("--seal", seal.toString(), "--publish", published.toString()));
    Seal opened = SealFile.open(seal).seal();
    code =
        new VerificationCode(
                Verification.keyId(opened.codes().publicKey()),
                "insured-certificate",
                NUMBER,
                LocalDate.of(2026, 3, 1),
                opened.issuer(),
                "王*明 0011")
            .sign(opened.codes().key());
  }

  private int run(String... arguments) {
    return new CommandLine(new VerifyCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(out, true))
        .execute(arguments);
  }

  @Test
  void a_scanned_text_is_genuine_and_its_contents_are_shown() {
    assertEquals(0, run("--keys", published.toString(), code), out::toString);

    assertTrue(out.toString().contains("基本医疗保险参保凭证"), out.toString());
    assertTrue(out.toString().contains(NUMBER) && out.toString().contains("王*明 0011"));
  }

  @Test
  void a_document_and_a_picture_of_its_print_are_genuine() throws Exception {
    DocumentTemplates templates = DocumentTemplates.load();
    Map<String, Object> fields = new HashMap<>(templates.sample("insured-certificate"));
    fields.put("verify", code);
    Document document =
        templates.render(
            "insured-certificate", fields, ZonedDateTime.parse("2026-03-01T09:32:12+08:00"));
    Path pdf = Files.write(folder.resolve("certificate.pdf"), document.pdf());
    Path print = Files.write(folder.resolve("print.png"), document.preview(0, 203));

    assertEquals(0, run("--keys", published.toString(), pdf.toString()), out::toString);
    assertEquals(0, run("--seal", seal.toString(), print.toString()), out::toString);
  }

  @Test
  void what_was_altered_or_is_by_a_stranger_is_told_apart() throws Exception {
    char last = code.charAt(code.length() - 5);
    String altered =
        code.substring(0, code.length() - 5)
            + (last == 'A' ? 'B' : 'A')
            + code.substring(code.length() - 4);
    OfficeKeys.ec(folder, "stranger");

    assertEquals(1, run("--keys", published.toString(), altered));
    assertEquals(1, run("--keys", folder.resolve("stranger.pem").toString(), code));
    assertEquals(1, run("--keys", published.toString(), "https://example.invalid/"));

    assertTrue(out.toString().contains("没有这个出具单位的证书"), out.toString());
    assertTrue(out.toString().contains("这不是医保文书的验真码"), out.toString());
  }

  @Test
  void nothing_is_checked_without_a_key() {
    assertEquals(2, run(code));
  }
}
