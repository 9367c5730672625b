package yibao.kiosk.hardware;

import java.util.Arrays;
import java.util.Optional;
import yibao.devices.DeviceFault;

/** Why the screen cannot film, as its browser tells. */
public enum CameraFault implements DeviceFault {
  /** The browser finds no such camera. */
  MISSING("camera-missing", "浏览器没有找到摄像头：检查数据线，以及配置里摄像头的名称。", DeviceState.NO_DEVICE),
  /** The browser may not use it. */
  DENIED("camera-denied", "浏览器没有使用摄像头的权限：在浏览器策略里允许本机地址使用摄像头。", DeviceState.HARDWARE_ERROR),
  /** No page was filmed yet: whether it works is known when it is first needed. */
  NOT_OPENED("camera-not-opened", "拍材料时由屏幕打开，打开以后才知道好坏；想先知道，在设置里试一次。", DeviceState.STARTING),
  /** It is there and gives no picture. */
  DARK("camera-dark", "摄像头没有画面：检查是否被其他程序占用，或重新插拔。", DeviceState.OFFLINE);

  private final String code;
  private final String technicianHint;
  private final DeviceState state;

  CameraFault(String code, String technicianHint, DeviceState state) {
    this.code = code;
    this.technicianHint = technicianHint;
    this.state = state;
  }

  /** The fault of a code. */
  public static Optional<CameraFault> of(String code) {
    return Arrays.stream(values()).filter(fault -> fault.code.equals(code)).findFirst();
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String technicianHint() {
    return technicianHint;
  }

  DeviceState state() {
    return state;
  }
}
