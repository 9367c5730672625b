package yibao.kiosk.hardware;

/** State of a device, in the words of CEN XFS4IoT. */
public enum DeviceState {
  /** Being opened for the first time. */
  STARTING("starting"),
  /** Ready. */
  ONLINE("online"),
  /** Working. */
  DEVICE_BUSY("deviceBusy"),
  /** A person must do something: close the cover, put in paper. */
  USER_ERROR("userError"),
  /** A technician must do something. */
  HARDWARE_ERROR("hardwareError"),
  /** It is there and does not answer. */
  OFFLINE("offline"),
  /** It has no power. */
  POWER_OFF("powerOff"),
  /** It is not there. */
  NO_DEVICE("noDevice");

  private final String key;

  DeviceState(String key) {
    this.key = key;
  }

  /** The word in events and the HTTP interface. */
  public String key() {
    return key;
  }
}
