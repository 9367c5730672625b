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

  /** The printed name. */
  public String name() {
    return printed.name();
  }
}
