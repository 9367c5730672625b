package yibao.kiosk.catalog;

/**
 * A 服务事项: one row of a region's list with our structured reading beside it.
 *
 * @param printed what the region published
 * @param reading what we make of it
 */
public record ServiceItem(PrintedItem printed, Reading reading) {

  /** The printed number, unique in its list. */
  public int seq() {
    return printed.seq();
  }

  /** What screens and papers call it: the printed name, put right where the table garbled it. */
  public String name() {
    return reading.name().orElse(printed.name());
  }

  /** The 主项 screens list it under. */
  public String category() {
    return reading.category().orElse(printed.category().name());
  }
}
