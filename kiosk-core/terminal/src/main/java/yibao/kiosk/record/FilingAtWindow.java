package yibao.kiosk.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A filing as a window sees it, with what a clerk must compare with the papers.
 *
 * @param filing where it stands
 * @param item the region's id and the item's printed number, where a terminal said so
 * @param personName of whom it is for, in full; empty where the platform does not know the person
 * @param certificateNumber of whom it is for, in full
 * @param originals whether a window must still see the originals
 * @param limit the limit that begins once everything is there; empty where none does
 * @param materials which paper each page that was handed in shows, in the region pack's word
 * @param values what was filled in, by the form's field
 */
public record FilingAtWindow(
    FilingOnRecord filing,
    Optional<Item> item,
    Optional<String> personName,
    String certificateNumber,
    boolean originals,
    Optional<Shortfall.Limit> limit,
    List<String> materials,
    Map<String, String> values) {

  public FilingAtWindow {
    materials = List.copyOf(materials);
    values = Map.copyOf(values);
  }

  /**
   * An item of a list.
   *
   * @param region id of the region
   * @param seq printed number
   */
  public record Item(String region, int seq) {}

  @Override
  public String toString() {
    return "FilingAtWindow[" + filing + "]";
  }
}
