package yibao.devices.scan;

import yibao.devices.DeviceFault;

/** What is wrong with a scan engine. */
public enum ScanFault implements DeviceFault {
  SILENT("scanner-silent", "扫码器没有应答：检查数据线、波特率和协议设置。"),
  REFUSED("scanner-refused", "扫码器不接受触发命令：检查协议设置是否与型号一致。"),
  NO_SUFFIX(
      "scanner-no-suffix", "扫码器发来的码没有结束符，不予采用：把扫码器设为码后加回车（CR）；确实不能设的，在 scan 下写 ending: silence。");

  private final String code;
  private final String technicianHint;

  ScanFault(String code, String technicianHint) {
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
