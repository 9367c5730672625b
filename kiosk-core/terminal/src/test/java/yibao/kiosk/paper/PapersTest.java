package yibao.kiosk.paper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.paper.Verification.Verdict;
import yibao.kiosk.store.InMind;
import yibao.templates.DocumentTemplates;
import yibao.templates.ReceiptTemplates;
import yibao.templates.receipt.ReceiptPrinter;

class PapersTest {
  private static final DocumentTemplates DOCUMENTS = DocumentTemplates.load();
  private static final ReceiptTemplates RECEIPTS = ReceiptTemplates.load();
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant NOW = Instant.parse("2026-03-01T01:32:12Z");
  private static final String CERTIFICATE = "insured-certificate";

  @TempDir private Path folder;
  private final InMind memory = new InMind();
  private Optional<String> clockDoubt = Optional.empty();
  private final List<String> issued = new ArrayList<>();
  private SealFile.Opened office;

  @BeforeEach
  void sealed() throws Exception {
    OfficeKeys.ec(folder, "office");
    office =
        SealFile.open(
            OfficeKeys.seal(folder, "documents: {key: office.key, certificates: office.pem}\n"));
  }

  @Test
  void a_certificate_gets_a_number_a_seal_a_signature_and_a_code_that_can_be_checked_offline()
      throws Exception {
    IssuedDocument document = issued(papers(), CERTIFICATE, fields());

    assertEquals("T1-20260301-000001", document.number().orElseThrow());
    assertEquals(
        new Verdict.Genuine(
            "基本医疗保险参保凭证",
            "T1-20260301-000001",
            LocalDate.of(2026, 3, 1),
            "某某市医疗保障经办服务中心",
            "王*明 0011"),
        verification(office).check(document.code().orElseThrow()));
    try (PDDocument pdf = Loader.loadPDF(document.pdf())) {
      List<PDSignature> signatures = pdf.getSignatureDictionaries();
      assertEquals(1, signatures.size());
      int[] range = signatures.getFirst().getByteRange();
      assertEquals(document.pdf().length, range[2] + range[3]);
      String text = new PDFTextStripper().getText(pdf);
      assertTrue(text.contains("某某市医疗保障经办服务中心") && text.contains("2026年3月1日"), text);
    }
  }

  @Test
  void a_code_that_was_changed_or_comes_from_elsewhere_is_told_apart() throws Exception {
    String code = issued(papers(), CERTIFICATE, fields()).code().orElseThrow();
    String changed =
        code.substring(0, 60) + (code.charAt(60) == 'A' ? 'B' : 'A') + code.substring(61);

    assertInstanceOf(Verdict.Forged.class, verification(office).check(changed));
    assertInstanceOf(Verdict.NotACode.class, verification(office).check("https://example.com/"));
    assertInstanceOf(
        Verdict.UnknownOffice.class, Verification.of(Optional.empty(), DOCUMENTS).check(code));
  }

  @Test
  void a_neighbours_code_is_recognised_by_its_certificate() throws Exception {
    String code = issued(papers(), CERTIFICATE, fields()).code().orElseThrow();
    OfficeKeys.ec(folder, "own");
    SealFile.Opened neighbour =
        SealFile.open(
            OfficeKeys.seal(
                folder,
                "documents: {key: own.key, certificates: own.pem}\ntrusted: [office.pem]\n"));

    assertInstanceOf(Verdict.Genuine.class, verification(neighbour).check(code));
  }

  @Test
  void numbers_go_on_after_a_restart() {
    issued(papers(), CERTIFICATE, fields());

    assertEquals(
        "T1-20260301-000002", issued(papers(), CERTIFICATE, fields()).number().orElseThrow());
  }

  @Test
  void a_reprint_is_marked_and_keeps_number_and_code() throws Exception {
    IssuedDocument document = issued(papers(), CERTIFICATE, fields());

    String first = text(document.copy(0));
    String second = text(document.copy(2));

    assertFalse(first.contains("重打"), first);
    assertTrue(second.contains("重打 2"), second);
    assertTrue(second.contains(document.number().orElseThrow()));
    assertArrayEquals(document.pdf(), document.copy(0).document().pdf());
  }

  @Test
  void without_a_seal_forms_are_made_and_sealed_papers_are_not() {
    Papers papers = papers(Optional.empty());

    assertFalse(papers.issues(CERTIFICATE));
    assertEquals(new Issue.Withheld(Issue.Reason.NO_SEAL), papers.document(CERTIFICATE, fields()));
    assertTrue(papers.issues("relocation"));
    assertTrue(issued(papers, "relocation", DOCUMENTS.sample("relocation")).code().isEmpty());
  }

  @Test
  void nothing_is_dated_by_a_clock_that_cannot_be_right() {
    clockDoubt = Optional.of("clock.before-build");

    assertEquals(new Issue.Withheld(Issue.Reason.CLOCK), papers().document(CERTIFICATE, fields()));
  }

  private static Map<String, Object> fields() {
    Map<String, Object> fields = new HashMap<>(DOCUMENTS.sample(CERTIFICATE));
    fields.keySet().removeAll(List.of("number", "issuer", "issuedOn", "sealName", "verify"));
    return fields;
  }

  private Papers papers() {
    return papers(Optional.of(office.seal()));
  }

  private Papers papers(Optional<Seal> seal) {
    return new Papers(
        () -> RECEIPTS,
        ReceiptPrinter.ofDots(576),
        new DocumentDesk(
            () -> DOCUMENTS,
            () -> seal,
            new DocumentNumbers(memory, "T-1"),
            new IssueLog() {
              @Override
              public void issued(String template, String number) {
                issued.add(template + " " + number);
              }

              @Override
              public void cameOut(Paper paper, String outcome) {
                throw new AssertionError("nothing is printed here");
              }
            },
            () -> clockDoubt,
            () -> NOW,
            ZONE),
        new Papers.Imprint("示例大厅", "T-1", "12393", "12345"),
        () -> NOW,
        ZONE);
  }

  private static Verification verification(SealFile.Opened office) {
    return Verification.of(Optional.of(office), DOCUMENTS);
  }

  private static IssuedDocument issued(Papers papers, String template, Map<String, ?> fields) {
    return assertInstanceOf(Issue.Issued.class, papers.document(template, fields)).document();
  }

  private static String text(Paper.OnA4 paper) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(paper.document().pdf())) {
      return new PDFTextStripper().getText(pdf);
    }
  }
}
