package yibao.devices.port;

import yibao.devices.DeviceFault;

/** Why a line carries no bytes. */
public enum PortFault implements DeviceFault {
  /** There is no such port: the cable or the USB adapter is not plugged in. */
  ABSENT("port-absent", "检查设备的数据线和电源是否插好。"),
  /** The system's service for this kind of reader does not run. */
  NO_SERVICE("pcsc-not-running", "PC/SC 服务没有运行：安装并启动 pcscd，再看读卡器是否插好。"),
  /** Another program holds the port. */
  BUSY("port-busy", "关闭占用该端口的其他程序。"),
  /** The port exists but may not be opened. */
  REFUSED("port-refused", "检查服务账号对该端口的读写权限（dialout 或 lp 组）。"),
  /** The port vanished while it was open. */
  LOST("port-lost", "数据线松脱或设备断电，请重新插紧。"),
  /** The device took no bytes within the limit. */
  STALLED("port-stalled", "设备不接收数据，检查流控设置并重新上电。");

  private final String code;
  private final String technicianHint;

  PortFault(String code, String technicianHint) {
    this.code = code;
    this.technicianHint = technicianHint;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String technicianHint() {
    return technicianHint;
  }
}
