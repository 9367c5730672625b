package yibao.kiosk.app;

import java.util.Optional;
import yibao.kiosk.audit.AuditEntry;
import yibao.kiosk.audit.AuditEntry.Role;
import yibao.kiosk.audit.AuditFault;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.paper.IssueLog;

/** Writes into the audit record which documents were made. */
final class DocumentAudit implements IssueLog {
  private static final System.Logger LOG = System.getLogger(DocumentAudit.class.getName());
  private static final int LONGEST_SUBJECT = 64;

  private final AuditTrail audit;

  DocumentAudit(AuditTrail audit) {
    this.audit = audit;
  }

  @Override
  public void issued(String template, String number) {
    String subject = number.replaceAll("[^A-Za-z0-9.-]", "");
    try {
      audit.note(
          new AuditEntry(
              Role.CITIZEN,
              "document." + template,
              Optional.of(subject.substring(0, Math.min(LONGEST_SUBJECT, subject.length()))),
              "issued"));
    } catch (AuditFault fault) {
      // What was made is made, recorded or not.
      LOG.log(System.Logger.Level.ERROR, "the audit record was not written: {0}", fault.code());
    }
  }
}
