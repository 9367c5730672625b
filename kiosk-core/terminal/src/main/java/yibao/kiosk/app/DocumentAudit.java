package yibao.kiosk.app;

import java.util.Optional;
import yibao.kiosk.audit.AuditEntry;
import yibao.kiosk.audit.AuditEntry.Role;
import yibao.kiosk.audit.AuditFault;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.paper.IssueLog;
import yibao.kiosk.paper.Paper;

/** Writes into the audit record which documents were made and what was printed. */
final class DocumentAudit implements IssueLog {
  private static final System.Logger LOG = System.getLogger(DocumentAudit.class.getName());
  private static final int LONGEST_SUBJECT = 64;

  private final AuditTrail audit;

  DocumentAudit(AuditTrail audit) {
    this.audit = audit;
  }

  @Override
  public void issued(String template, String number) {
    note("document." + template, Optional.of(number), "issued");
  }

  @Override
  public void cameOut(Paper paper, String outcome) {
    Paper.Mark mark = paper.mark();
    String copy = mark.copy() == 0 ? "" : "reprint-" + mark.copy() + ".";
    String page =
        paper instanceof Paper.SinglePage single ? "page-" + (single.page() + 1) + "." : "";
    note("print." + mark.template(), mark.number(), copy + page + outcome);
  }

  private void note(String what, Optional<String> number, String outcome) {
    Optional<String> subject =
        number
            .map(text -> text.replaceAll("[^A-Za-z0-9.-]", "").replaceFirst("^[.-]+", ""))
            .filter(text -> !text.isEmpty())
            .map(text -> text.substring(0, Math.min(LONGEST_SUBJECT, text.length())));
    try {
      audit.note(new AuditEntry(Role.CITIZEN, what, subject, outcome));
    } catch (AuditFault fault) {
      // What is out is out, recorded or not.
      LOG.log(
          System.Logger.Level.ERROR,
          "[audit.not-written] the audit record was not written: {0}",
          fault.code());
    }
  }
}
