package yibao.kiosk.journey.identify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.catalog.Region;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Sentences;

/** Items that help somebody who cannot go on with another. */
final class Remedies {

  private static final Map<String, String> LINKS = Sentences.resource("/remedies.properties");
  private static final String PREFIX = "item-";

  private Remedies() {}

  /**
   * The ways on: the items that help, then those there are anyway.
   *
   * @param code of the sentence that says why it does not go on
   */
  static List<Choice> ways(String code, List<Choice> anyway, Scene scene) {
    List<ServiceItem> items = items(code, scene);
    if (items.isEmpty()) {
      return anyway;
    }
    List<Choice> ways = new ArrayList<>();
    anyway.forEach(way -> ways.add(new Choice(way.id(), way.label(), false)));
    items.forEach(
        item ->
            ways.add(new Choice(PREFIX + item.seq(), item.name(), item.equals(items.getLast()))));
    return List.copyOf(ways);
  }

  /** Goes on to the item chosen; false when the choice is none. */
  static boolean follow(String code, String choice, Scene scene) {
    Optional<ServiceItem> chosen =
        items(code, scene).stream().filter(item -> choice.equals(PREFIX + item.seq())).findFirst();
    chosen.ifPresent(item -> scene.turnTo(item));
    return chosen.isPresent();
  }

  private static List<ServiceItem> items(String code, Scene scene) {
    Region region = scene.facilities().site().region();
    int here = scene.visit().item().map(ServiceItem::seq).orElse(0);
    return Arrays.stream(LINKS.getOrDefault(code, "").split(" "))
        .filter(link -> !link.isEmpty())
        .flatMap(link -> region.linked(link).stream())
        .filter(item -> item.seq() != here)
        .toList();
  }
}
