package yibao.kiosk.audit;

/** The audit record could not be written or read. */
public final class AuditFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Writing or reading failed, e.g. the disk is full. */
  public static final String IO = "audit.io";

  /** The record ends in something this program did not write. */
  public static final String DAMAGED = "audit.damaged";

  private final String code;

  AuditFault(String code, String remedy, Throwable cause) {
    super(code + ": " + remedy, cause);
    this.code = code;
  }

  /** Stable code of the fault. */
  public String code() {
    return code;
  }
}
