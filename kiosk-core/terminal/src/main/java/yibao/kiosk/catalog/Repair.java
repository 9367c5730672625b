package yibao.kiosk.catalog;

/**
 * One place where the text extracted from a printed table was put back where it belongs.
 *
 * @param seq the printed number of the row
 * @param column the column the text stands in now
 * @param did what was done
 * @param reason how one can see in the source that it belongs there
 */
public record Repair(int seq, Column column, String did, String reason) {}
