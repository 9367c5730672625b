package yibao.kiosk.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A 统筹区: the insurance pool a terminal stands in.
 *
 * @param admdvs its 行政区划代码, six digits
 * @param name its name
 * @param hotlines where to ask and where to complain
 * @param switches what 有条件的地区 of the printed lists may do here, by name; all off by default
 * @param offices where people can go
 * @param counters how its windows take what a terminal hands them
 * @param placeholder numbers and offices are examples a technician must still replace
 */
public record Pool(
    String admdvs,
    String name,
    Hotlines hotlines,
    Map<String, Boolean> switches,
    List<Office> offices,
    Counters counters,
    boolean placeholder) {

  public Pool {
    switches = Map.copyOf(switches);
    offices = List.copyOf(offices);
  }

  /** This pool with other positions for some of its switches. */
  public Pool withSwitches(Map<String, Boolean> positions) {
    var all = new HashMap<>(switches);
    all.putAll(positions);
    return new Pool(admdvs, name, hotlines, all, offices, counters, placeholder);
  }

  /**
   * The pool's telephone numbers, shown on help, results and notices.
   *
   * @param query 查询电话, 咨询电话
   * @param complaint 监督电话
   */
  public record Hotlines(String query, String complaint) {}

  /**
   * A place where people can hand things in.
   *
   * @param name what it is called
   * @param address where it is
   * @param hours when it is open; "" where it is not known
   * @param phone its number; "" where it is not known
   */
  public record Office(String name, String address, String hours, String phone) {}
}
