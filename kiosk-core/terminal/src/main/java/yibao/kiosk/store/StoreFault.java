package yibao.kiosk.store;

/**
 * The disk did not do what was asked. Nothing was half-written; with the one code {@link #STALLED}
 * it is not known whether the change reached the disk.
 */
public final class StoreFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** No space is left for the change. */
  public static final String DISK_FULL = "store.disk-full";

  /** The disk or the directory may only be read. */
  public static final String READ_ONLY = "store.read-only";

  /** The file is not a journal any more, or a row in it was altered. The file is kept as it is. */
  public static final String DAMAGED = "store.damaged";

  /** A newer program wrote the journal. */
  public static final String NEWER = "store.newer-schema";

  /** The journal's structure could not be brought up to date. */
  public static final String MIGRATION = "store.migration";

  /** Another process has the journal open. */
  public static final String IN_USE = "store.in-use";

  /** Too much is waiting for the disk. */
  public static final String BUSY = "store.busy";

  /** The disk took the change and does not say whether it holds it. */
  public static final String STALLED = "store.stalled";

  /** The file cannot be opened or created. */
  public static final String CANNOT_OPEN = "store.cannot-open";

  /** Reading or writing failed below the file system. */
  public static final String IO = "store.io";

  /** The key that personal data was encrypted under is not on this machine. */
  public static final String KEY_MISSING = "store.key-missing";

  /** Personal data does not decrypt: altered, moved, or another machine's. */
  public static final String UNDECIPHERABLE = "store.undecipherable";

  private final String code;

  /**
   * Describes a fault of the disk.
   *
   * @param code stable code, one of the constants of this class
   * @param remedy what a technician should do; never personal data
   */
  public StoreFault(String code, String remedy, Throwable cause) {
    super(code + ": " + remedy, cause);
    this.code = code;
  }

  /**
   * Describes a fault that no exception stands behind.
   *
   * @param code stable code, one of the constants of this class
   * @param remedy what a technician should do; never personal data
   */
  public StoreFault(String code, String remedy) {
    this(code, remedy, null);
  }

  /** Stable code of the fault. */
  public String code() {
    return code;
  }
}
