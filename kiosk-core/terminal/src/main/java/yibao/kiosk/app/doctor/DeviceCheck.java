package yibao.kiosk.app.doctor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.hardware.DeviceName;
import yibao.kiosk.hardware.DeviceState;
import yibao.kiosk.hardware.DeviceStatus;
import yibao.kiosk.hardware.PaperState;

/** What the supervisors say of the devices, with what to do about it. */
public final class DeviceCheck {
  private static final Map<DeviceName, String> LABELS =
      Map.of(
          DeviceName.ID_CARD, "身份证阅读器",
          DeviceName.SS_CARD, "社会保障卡读卡器",
          DeviceName.SCAN, "扫码器",
          DeviceName.PRINTER, "凭条打印机",
          DeviceName.A4, "A4 打印机",
          DeviceName.DOCUMENT_CAMERA, "高拍仪",
          DeviceName.FACE, "认证组件");

  private DeviceCheck() {}

  /** A finding for each device. */
  public static List<Finding> of(List<DeviceStatus> statuses) {
    return statuses.isEmpty()
        ? List.of(Finding.warning("设备", "配置里没有写任何设备", "在配置文件的 devices 里写上接好的设备。"))
        : statuses.stream().map(DeviceCheck::of).toList();
  }

  private static Finding of(DeviceStatus status) {
    String what = LABELS.get(status.name());
    // The cause's code is for whoever asks the maker; no word of ours would help there.
    String found =
        word(status.state())
            + status.paper().map(paper -> "，" + word(paper)).orElse("")
            + status.cause().map(cause -> "（" + cause + "）").orElse("");
    Optional<String> remedy = status.remedy();
    if (waitsForScreen(status)) {
      return Finding.good(what, "由屏幕打开，屏幕运行时才知道");
    }
    return switch (status.state()) {
      case ONLINE, DEVICE_BUSY ->
          status.paper().filter(PaperState.LOW::equals).isPresent()
              ? Finding.warning(what, found, "纸快用完了，请准备换纸。")
              : Finding.good(what, found);
      case STARTING -> Finding.warning(what, found, "还没有回答，请稍后再查。");
      case USER_ERROR, HARDWARE_ERROR, OFFLINE, POWER_OFF, NO_DEVICE ->
          Finding.fault(what, found, remedy.orElse("检查电源和数据线。"));
    };
  }

  private static String word(DeviceState state) {
    return switch (state) {
      case STARTING -> "正在启动";
      case ONLINE -> "正常";
      case DEVICE_BUSY -> "正在工作";
      case USER_ERROR -> "要人动手";
      case HARDWARE_ERROR -> "故障";
      case OFFLINE -> "没有应答";
      case POWER_OFF -> "没有通电";
      case NO_DEVICE -> "没有接上";
    };
  }

  private static String word(PaperState paper) {
    return switch (paper) {
      case FULL -> "纸充足";
      case LOW -> "纸快用完";
      case OUT -> "缺纸";
      case JAMMED -> "卡纸";
      case UNKNOWN -> "纸不详";
    };
  }

  /** Whether every device has said how it is. */
  public static boolean settled(List<DeviceStatus> statuses) {
    return statuses.stream()
        .allMatch(status -> status.state() != DeviceState.STARTING || waitsForScreen(status));
  }

  private static boolean waitsForScreen(DeviceStatus status) {
    return status.name() == DeviceName.DOCUMENT_CAMERA && status.state() == DeviceState.STARTING;
  }
}
