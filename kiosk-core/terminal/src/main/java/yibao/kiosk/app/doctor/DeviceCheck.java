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
    String found =
        status.state().key()
            + status.paper().map(paper -> "，纸 " + paper.key()).orElse("")
            + status.cause().map(cause -> "，" + cause).orElse("");
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

  /** Whether every device has said how it is. */
  public static boolean settled(List<DeviceStatus> statuses) {
    return statuses.stream()
        .allMatch(status -> status.state() != DeviceState.STARTING || waitsForScreen(status));
  }

  private static boolean waitsForScreen(DeviceStatus status) {
    return status.name() == DeviceName.DOCUMENT_CAMERA && status.state() == DeviceState.STARTING;
  }
}
