package yibao.kiosk.paper;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import yibao.templates.ReceiptTemplates;
import yibao.templates.receipt.ReceiptPrinter;

/**
 * The papers of this terminal: receipts for its printer and A4 documents, with what stands on every
 * paper.
 */
public final class Papers {

  private final Supplier<ReceiptTemplates> templates;
  private final ReceiptPrinter printer;
  private final DocumentDesk desk;
  private final Imprint imprint;
  private final InstantSource time;
  private final ZoneId zone;

  /**
   * What stands on every paper.
   *
   * @param hall name of the hall
   * @param terminal number of the terminal
   * @param hotline number to ask at 咨询电话
   * @param complaint number to complain at 监督电话
   */
  public record Imprint(String hall, String terminal, String hotline, String complaint) {}

  /**
   * Papers for one printer.
   *
   * @param templates those of the region as it is served now
   */
  public Papers(
      Supplier<ReceiptTemplates> templates,
      ReceiptPrinter printer,
      DocumentDesk desk,
      Imprint imprint,
      InstantSource time,
      ZoneId zone) {
    this.templates = templates;
    this.printer = printer;
    this.desk = desk;
    this.imprint = imprint;
    this.time = time;
    this.zone = zone;
  }

  /** Loads fonts and lays out one receipt, so that the first citizen does not wait for that. */
  public void warmUp() {
    receipt("self-test", templates.get().sample("self-test"), 0);
  }

  /**
   * A receipt.
   *
   * @param template name of the paper
   * @param data its own fields
   * @param reprint which copy this is after the first, 0 for the first
   */
  public Paper.OnRoll receipt(String template, Map<String, ?> data, int reprint) {
    Map<String, Object> all = imprinted(data);
    all.put("printedAt", LocalDateTime.ofInstant(time.instant(), zone));
    if (reprint > 0) {
      all.put("reprint", reprint);
    }
    return new Paper.OnRoll(
        templates.get().render(template, all, printer),
        new Paper.Mark(
            template, Optional.ofNullable(data.get("number")).map(Object::toString), reprint));
  }

  /** A strip with every kind of line, letter and symbol that receipts hold, for the technician. */
  public Paper.OnRoll selfTest() {
    return receipt(
        "self-test", Map.of("printer", "票据打印机", "dots", printer.dots(), "qr", "TEST-0001"), 0);
  }

  /**
   * Whether this terminal issues a document at all: it has the template and, where the paper bears
   * a seal, a seal. Ask before offering it.
   */
  public boolean issues(String template) {
    return desk.issues(template);
  }

  /** Writes down how a print ended, see {@link IssueLog#cameOut}. */
  public void cameOut(Paper paper, String outcome) {
    desk.cameOut(paper, outcome);
  }

  /**
   * The paper of a form or consent that the lists name.
   *
   * @param material its id in the readings, e.g. {@code relocation}
   */
  public Optional<FormPaper> form(String material) {
    return desk.form(material);
  }

  /**
   * Makes an A4 document. Pass the fields that the template declares at its head ({@code
   * documents/NAME.html} of the printer templates; {@code deploy/kiosk print --template NAME} shows
   * its sample); a certificate wants at least {@code name} and {@code certno}. Do not pass what is
   * added here: {@code issuer}, {@code issuedOn}, the seal, the verification code, and the {@code
   * number} of a sealed paper that has none yet. Printing, previewing and taking away is the paper
   * stage's:
   *
   * <pre>{@code
   * plan.add(new PaperStage(scene -> Slips.document(scene, "insured-certificate", fields)));
   * }</pre>
   *
   * <p>Takes some hundred milliseconds: call it from {@code Scene.work}.
   *
   * @param fields text, {@code LocalDate}, {@code LocalDateTime}, {@code BigDecimal}, numbers,
   *     lists of such maps
   * @throws yibao.templates.template.TemplateException if a field is missing; it is named
   */
  public Issue document(String template, Map<String, ?> fields) {
    return desk.issue(template, imprinted(fields));
  }

  /**
   * Makes an A4 form that is filled in by hand.
   *
   * @param known the fields that are printed all the same, e.g. {@code heading}
   */
  public Issue blank(String template, Map<String, ?> known) {
    return desk.blank(template, imprinted(known));
  }

  private Map<String, Object> imprinted(Map<String, ?> data) {
    Map<String, Object> all = new HashMap<>(data);
    all.put("hall", imprint.hall());
    all.put("terminal", imprint.terminal());
    all.put("hotline", imprint.hotline());
    all.put("complaint", imprint.complaint());
    return all;
  }
}
