package yibao.devices;

/** Something a device reports that somebody has to deal with. */
public interface DeviceFault {
  /** Stable name of the fault in lower-case words joined by hyphens; logged and shown to staff. */
  String code();

  /** What a technician should do, in Chinese, one sentence. */
  String technicianHint();
}
