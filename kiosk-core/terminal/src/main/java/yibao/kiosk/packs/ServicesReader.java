package yibao.kiosk.packs;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yibao.kiosk.catalog.Column;
import yibao.kiosk.catalog.HallService;
import yibao.kiosk.catalog.PrintedItem;
import yibao.kiosk.catalog.ServiceItem;

/** Reads the services of the hall's own 非清单事项. */
final class ServicesReader {

  static final String SHARED = "_shared/services.yaml";

  private final ReadingReader readings;

  ServicesReader(ReadingReader readings) {
    this.readings = readings;
  }

  /**
   * The services of a file that its schema has passed.
   *
   * @param listed numbers a published list has taken
   */
  List<HallService> read(Entry root, Set<Integer> listed) {
    List<HallService> services = new ArrayList<>();
    Set<Integer> numbers = new HashSet<>(listed);
    Set<String> ids = new HashSet<>();
    for (Entry entry : root.elements("services")) {
      int number = entry.get("number").flatMap(Entry::number).orElse(0);
      String id = entry.text("id").orElse("");
      if (!numbers.add(number)) {
        entry.fault("序号 %d 已经有了".formatted(number), "换一个没有用过的序号");
      }
      if (!ids.add(id)) {
        entry.fault("服务“%s”有两个".formatted(id), "换一个 id，或删去一个");
      }
      service(entry, id, number).ifPresent(services::add);
    }
    return services;
  }

  private Optional<HallService> service(Entry entry, String id, int number) {
    Map<Column, String> cells = new EnumMap<>(Column.class);
    cells.put(Column.CATEGORY, entry.text("category").orElse(""));
    cells.put(Column.NAME, entry.text("name").orElse(""));
    cells.put(Column.TIME_LIMIT, entry.text("timeLimit").orElse(""));
    PrintedItem row = new PrintedItem(number, cells);
    return entry
        .get("reading")
        .flatMap(reading -> readings.unlisted(reading, row))
        .map(
            reading ->
                new HallService(
                    id,
                    entry.text("offered").filter("true"::equals).isPresent(),
                    new ServiceItem(row, reading)));
  }
}
