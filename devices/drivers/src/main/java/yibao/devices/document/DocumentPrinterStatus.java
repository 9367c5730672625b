package yibao.devices.document;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import yibao.devices.printer.Paper;
import yibao.devices.printer.PrinterFault;

/**
 * What a document printer says about itself (RFC 8011, printer-state-reasons).
 *
 * @param stopped it prints nothing until somebody helps
 * @param reasons keywords without their severity
 */
public record DocumentPrinterStatus(boolean stopped, Set<String> reasons) {
  private static final List<String> SEVERITIES = List.of("-report", "-warning", "-error");

  static DocumentPrinterStatus of(boolean stopped, List<String> keywords) {
    return new DocumentPrinterStatus(
        stopped,
        keywords.stream()
            .map(DocumentPrinterStatus::withoutSeverity)
            .filter(keyword -> !keyword.equals("none"))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** The state of the paper. */
  public Paper paper() {
    if (reasons.contains("media-jam")) {
      return Paper.JAMMED;
    }
    if (reasons.contains("media-empty") || reasons.contains("media-needed")) {
      return Paper.OUT;
    }
    return reasons.contains("media-low") ? Paper.LOW : Paper.FULL;
  }

  /** What keeps the printer from printing; empty when nothing does. */
  public Optional<PrinterFault> obstacle() {
    if (paper() == Paper.JAMMED) {
      return Optional.of(PrinterFault.PAPER_JAMMED);
    }
    if (reasons.contains("cover-open") || reasons.contains("door-open")) {
      return Optional.of(PrinterFault.COVER_OPEN);
    }
    if (paper() == Paper.OUT || reasons.contains("input-tray-missing")) {
      return Optional.of(PrinterFault.PAPER_OUT);
    }
    if (reasons.contains("toner-empty") || reasons.contains("marker-supply-empty")) {
      return Optional.of(PrinterFault.TONER_OUT);
    }
    if (reasons.contains("fuser-over-temp")) {
      return Optional.of(PrinterFault.OVERHEATED);
    }
    return stopped ? Optional.of(PrinterFault.OFFLINE) : Optional.empty();
  }

  private static String withoutSeverity(String keyword) {
    return SEVERITIES.stream()
        .filter(keyword::endsWith)
        .findFirst()
        .map(severity -> keyword.substring(0, keyword.length() - severity.length()))
        .orElse(keyword);
  }
}
