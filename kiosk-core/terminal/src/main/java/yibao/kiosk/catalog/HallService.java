package yibao.kiosk.catalog;

/**
 * A service of the hall's own that stands on no published list 非清单事项, such as a query. It goes the
 * same ways as a listed item; its cells are our own words.
 *
 * @param id its switch among {@link Pool#switches}
 * @param offered where that switch stands in pools that do not mention it
 * @param item what is offered; its number lies above those of every list
 */
public record HallService(String id, boolean offered, ServiceItem item) {}
