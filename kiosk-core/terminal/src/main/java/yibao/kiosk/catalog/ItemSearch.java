package yibao.kiosk.catalog;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Finds items by name, pinyin initials and everyday words, all of them data of the region.
 *
 * <p>A word also matches where it stands inside what was typed, so 我要看病报销 finds 看病报销.
 */
public final class ItemSearch {

  private final List<Indexed> index;

  /** An index over items. */
  public ItemSearch(List<ServiceItem> items) {
    index = items.stream().map(Indexed::of).toList();
  }

  /** Items that match, best first, then in printed order; none for a blank query. */
  public List<ServiceItem> find(String query) {
    String wanted = plain(query);
    if (wanted.isEmpty()) {
      return List.of();
    }
    return index.stream()
        .map(indexed -> new Hit(indexed.item(), indexed.rank(wanted)))
        .filter(hit -> hit.rank() < Indexed.NO_MATCH)
        .sorted(Comparator.comparingInt(Hit::rank))
        .map(Hit::item)
        .toList();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Punct}《》（），。；：、“”？！]", "")
        .toLowerCase(Locale.ROOT);
  }

  private record Hit(ServiceItem item, int rank) {}

  private record Indexed(ServiceItem item, String name, List<String> words) {

    private static final int NO_MATCH = 6;

    /** One Latin letter or one ideograph inside what was typed would match nearly everything. */
    private static final int SHORTEST_INNER_WORD = 2;

    static Indexed of(ServiceItem item) {
      return new Indexed(
          item,
          plain(item.name()),
          item.reading().search().stream().map(ItemSearch::plain).toList());
    }

    int rank(String wanted) {
      if (name.equals(wanted)) {
        return 0;
      }
      if (words.contains(wanted)) {
        return 1;
      }
      if (name.startsWith(wanted) || words.stream().anyMatch(word -> word.startsWith(wanted))) {
        return 2;
      }
      if (name.contains(wanted)) {
        return 3;
      }
      if (words.stream().anyMatch(word -> word.contains(wanted))) {
        return 4;
      }
      return Stream.concat(Stream.of(name), words.stream())
              .anyMatch(word -> word.length() >= SHORTEST_INNER_WORD && wanted.contains(word))
          ? 5
          : NO_MATCH;
    }
  }
}
