package yibao.devices.printer;

import yibao.devices.DeviceFault;

/** What keeps a printer from printing, or from proving that it has. */
public enum PrinterFault implements DeviceFault {
  PAPER_OUT("paper-out", "打开打印机上盖，换上新的热敏纸卷，药膜面朝打印头，合上盖子。"),
  PAPER_JAMMED("paper-jammed", "关闭电源，打开上盖取出卡住的纸，重新装纸后开机。"),
  COVER_OPEN("cover-open", "合上打印机上盖，听到卡扣声为止。"),
  CUTTER("cutter-jammed", "切刀卡住：关闭电源，转动切刀旋钮使刀片复位，清除纸屑后开机。"),
  OVERHEATED("head-overheated", "打印头过热，等待几分钟自动恢复。"),
  UNRECOVERABLE("printer-broken", "打印机报告无法自行恢复的故障，重新上电；仍不恢复则更换。"),
  OFFLINE("printer-offline", "打印机离线：检查是否有人按住走纸键，必要时重新上电。"),
  SILENT("printer-silent", "打印机没有应答：检查电源、数据线和波特率。"),
  LINE_LOST("printer-line-lost", "打印机的数据线断开，请重新插紧。"),
  STALLED("printer-stalled", "打印机不接收数据：检查流控设置（建议仅在缓冲区满时置忙）。"),
  TONER_OUT("toner-out", "更换打印机的硒鼓或墨盒。"),
  BUSY("printer-busy", "打印机正在打印别的任务，稍候再试。"),
  REFUSED("document-refused", "打印机不接受这份文件：检查打印机是否支持 PDF 和 A4 纸。"),
  ABORTED("job-aborted", "打印机中止了任务：查看打印机面板上的提示，清除后重试。"),
  UNPROVEN("print-unproven", "打印机没有确认打印完成，请看出纸口有没有完整的凭条。");

  private final String code;
  private final String technicianHint;

  PrinterFault(String code, String technicianHint) {
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
