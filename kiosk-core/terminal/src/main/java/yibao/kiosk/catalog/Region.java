package yibao.kiosk.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A 发布地区: who published the list, the list itself, and the insurance pools it holds for.
 *
 * @param id the pack's folder name, lower-case Latin letters, digits and hyphens
 * @param name the region's name as people say it
 * @param admdvs the region's 行政区划代码, six digits
 * @param list the published list, verbatim
 * @param pools the 统筹区 a terminal of this region can stand in, at least one
 * @param items the list's rows with our reading, in printed order
 * @param facts what a condition may ask about, by name
 * @param commitments the texts of 承诺书 a citizen may sign here, by id
 */
public record Region(
    String id,
    String name,
    String admdvs,
    PublishedList list,
    List<Pool> pools,
    List<ServiceItem> items,
    Map<String, Fact> facts,
    Map<String, Commitment> commitments) {

  public Region {
    pools = List.copyOf(pools);
    items = List.copyOf(items);
    facts = Map.copyOf(facts);
    commitments = Map.copyOf(commitments);
  }

  /** The row with the printed number, if the list has it (numbers may be skipped). */
  public Optional<ServiceItem> item(int seq) {
    return items.stream().filter(item -> item.seq() == seq).findFirst();
  }

  /** The pool with this 行政区划代码. */
  public Optional<Pool> pool(String poolAdmdvs) {
    return pools.stream().filter(pool -> pool.admdvs().equals(poolAdmdvs)).findFirst();
  }

  /** The headings of the region's items in printed order, each once. */
  public List<String> categories() {
    return items.stream().map(ServiceItem::category).distinct().toList();
  }
}
