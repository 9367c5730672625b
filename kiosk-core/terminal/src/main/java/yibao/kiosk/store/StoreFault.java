package yibao.kiosk.store;

/** The disk did not do what was asked; nothing was half-written. */
public final class StoreFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * Describes a fault of the disk.
   *
   * @param code stable code, e.g. {@code store.disk-full}, {@code store.read-only}, {@code
   *     store.damaged}
   * @param remedy what a technician should do; never personal data
   */
  public StoreFault(String code, String remedy, Throwable cause) {
    super(code + ": " + remedy, cause);
    this.code = code;
  }

  /** Stable code of the fault. */
  public String code() {
    return code;
  }
}
