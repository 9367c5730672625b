package yibao.kiosk.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A 发布地区: who published the list, the list itself, and the insurance pools it holds for.
 *
 * @param id the pack's folder name, lower-case Latin letters, digits and hyphens
 * @param name the region's name as people say it
 * @param admdvs the region's 行政区划代码, six digits
 * @param list the published list, verbatim
 * @param pools the 统筹区 a terminal of this region can stand in, at least one
 * @param items the list's rows with our reading, in printed order
 * @param services what halls offer besides the list 非清单事项
 * @param frequent what most people come for: links of the list's items and ids of services
 * @param facts what a condition may ask about, by name
 * @param commitments the texts of 承诺书 a citizen may sign here, by id
 * @param principals for whom somebody else may come, in the order they are offered
 * @param witnessings what staff have to see with their own eyes before a filing goes on
 */
public record Region(
    String id,
    String name,
    String admdvs,
    PublishedList list,
    List<Pool> pools,
    List<ServiceItem> items,
    List<HallService> services,
    Set<String> frequent,
    Map<String, Fact> facts,
    Map<String, Commitment> commitments,
    List<Principal> principals,
    List<Witnessing> witnessings) {

  public Region {
    pools = List.copyOf(pools);
    items = List.copyOf(items);
    services = List.copyOf(services);
    frequent = Set.copyOf(frequent);
    facts = Map.copyOf(facts);
    commitments = Map.copyOf(commitments);
    principals = List.copyOf(principals);
    witnessings = List.copyOf(witnessings);
  }

  /** The row with the printed number, if the list has it (numbers may be skipped). */
  public Optional<ServiceItem> item(int seq) {
    return items.stream().filter(item -> item.seq() == seq).findFirst();
  }

  /** What a terminal of this pool offers: the list, then the hall's own services switched on. */
  public List<ServiceItem> offered(Pool pool) {
    return Stream.concat(
            items.stream(),
            services.stream()
                .filter(service -> pool.switches().getOrDefault(service.id(), service.offered()))
                .map(HallService::item))
        .toList();
  }

  /** What is handed in with this item on one visit, with the same papers 合并支付、一表受理. */
  public List<ServiceItem> together(ServiceItem item, Facts known) {
    return items.stream()
        .filter(other -> other.seq() != item.seq())
        .filter(
            other ->
                names(item, other, when -> when.test(known) instanceof Condition.Verdict.Holds)
                    || names(other, item, Condition::isAlways))
        .toList();
  }

  private static boolean names(ServiceItem item, ServiceItem other, Predicate<Condition> when) {
    return item.reading().related().stream()
        .anyMatch(
            related ->
                related.together() && related.item() == other.seq() && when.test(related.when()));
  }

  /** The items that bear this name, which other regions give the same item; in printed order. */
  public List<ServiceItem> linked(String link) {
    return items.stream()
        .filter(item -> item.reading().link().filter(link::equals).isPresent())
        .toList();
  }

  /** Whether this is among what most people come for. */
  public boolean isFrequent(ServiceItem item) {
    return Stream.concat(
            item.reading().link().stream(),
            services.stream().filter(service -> service.item().equals(item)).map(HallService::id))
        .anyMatch(frequent::contains);
  }

  /** Whether the published list has this item; otherwise it is the hall's own. */
  public boolean lists(ServiceItem item) {
    return items.contains(item);
  }

  /** The pool with this 行政区划代码. */
  public Optional<Pool> pool(String poolAdmdvs) {
    return pools.stream().filter(pool -> pool.admdvs().equals(poolAdmdvs)).findFirst();
  }

  /** The headings of what is offered, in printed order, each once. */
  public List<String> categories(Pool pool) {
    return offered(pool).stream().map(ServiceItem::category).distinct().toList();
  }
}
