package yibao.kiosk.paper;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import yibao.templates.ReceiptTemplates;
import yibao.templates.receipt.ReceiptPrinter;

/** Paints receipts for this terminal's printer, with what stands on every paper. */
public final class Papers {

  private final ReceiptTemplates templates;
  private final ReceiptPrinter printer;
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

  /** Papers for one printer. */
  public Papers(
      ReceiptTemplates templates,
      ReceiptPrinter printer,
      Imprint imprint,
      InstantSource time,
      ZoneId zone) {
    this.templates = templates;
    this.printer = printer;
    this.imprint = imprint;
    this.time = time;
    this.zone = zone;
  }

  /** Loads fonts and lays out one receipt, so that the first citizen does not wait for that. */
  public void warmUp() {
    receipt("self-test", templates.sample("self-test"), 0);
  }

  /**
   * The bytes of a receipt.
   *
   * @param template name of the paper
   * @param data its own fields
   * @param reprint which copy this is after the first, 0 for the first
   */
  public byte[] receipt(String template, Map<String, ?> data, int reprint) {
    Map<String, Object> all = new HashMap<>(data);
    all.put("hall", imprint.hall());
    all.put("terminal", imprint.terminal());
    all.put("hotline", imprint.hotline());
    all.put("complaint", imprint.complaint());
    all.put("printedAt", LocalDateTime.ofInstant(time.instant(), zone));
    if (reprint > 0) {
      all.put("reprint", reprint);
    }
    return templates.render(template, all, printer).escPos();
  }
}
