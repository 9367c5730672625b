package yibao.kiosk.packs;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import yibao.kiosk.catalog.Counters;
import yibao.kiosk.catalog.Fact;
import yibao.kiosk.catalog.HallService;
import yibao.kiosk.catalog.Pool;

/** Reads the insurance pools of a region. */
final class PoolReader {

  private PoolReader() {}

  /**
   * The pools of {@code region.yaml}.
   *
   * @param facts those whose source is the pool are its switches, off unless the pool turns them on
   * @param services switches as well, as they are offered unless the pool says otherwise
   */
  static List<Pool> read(Entry root, Map<String, Fact> facts, List<HallService> services) {
    var seen = new HashSet<String>();
    for (Entry entry : root.elements("pools")) {
      entry
          .text("admdvs")
          .filter(admdvs -> !seen.add(admdvs))
          .ifPresent(admdvs -> entry.fault("统筹区 %s 写了两次".formatted(admdvs), "只保留一个"));
    }
    return root.elements("pools").stream().map(entry -> pool(entry, facts, services)).toList();
  }

  private static Pool pool(Entry entry, Map<String, Fact> facts, List<HallService> services) {
    var switches = new HashMap<String, Boolean>();
    facts.values().stream()
        .filter(fact -> fact.source() == Fact.Source.POOL)
        .forEach(fact -> switches.put(fact.name(), false));
    services.forEach(service -> switches.put(service.id(), service.offered()));
    entry
        .get("switches")
        .ifPresent(
            all ->
                all.members()
                    .forEach(
                        (name, position) -> {
                          if (!switches.containsKey(name)) {
                            position.fault(
                                "没有名叫“%s”的开关".formatted(name), "在 facts 里定义它（source: pool），或改正拼写");
                          }
                          switches.put(name, position.text().filter("true"::equals).isPresent());
                        }));
    return new Pool(
        entry.text("admdvs").orElse(""),
        entry.text("name").orElse(""),
        entry
            .get("hotlines")
            .map(
                lines ->
                    new Pool.Hotlines(
                        lines.text("query").orElse(""), lines.text("complaint").orElse("")))
            .orElse(new Pool.Hotlines("", "")),
        switches,
        entry.elements("offices").stream()
            .map(
                office ->
                    new Pool.Office(
                        office.text("name").orElse(""),
                        office.text("address").orElse(""),
                        office.text("hours").orElse(""),
                        office.text("phone").orElse("")))
            .toList(),
        entry.get("counters").map(PoolReader::counters).orElse(Counters.USUAL),
        entry.text("placeholder").filter("true"::equals).isPresent());
  }

  private static Counters counters(Entry entry) {
    return new Counters(
        entry
            .text("closes")
            .filter(time -> time.matches("([01]\\d|2[0-3]):[0-5]\\d"))
            .map(LocalTime::parse)
            .orElse(Counters.USUAL.closes()),
        entry
            .get("originalsWithin")
            .flatMap(Entry::number)
            .orElse(Counters.USUAL.originalsWithin()),
        entry
            .get("later")
            .map(
                later ->
                    new Counters.Leniency(
                        later.get("workingDays").flatMap(Entry::number).orElse(1),
                        Set.copyOf(later.texts("documents")))));
  }
}
