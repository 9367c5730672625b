package yibao.kiosk.packs;

import java.util.List;
import yibao.kiosk.catalog.Region;

/** What loading region packs came to: all of them, or none and every reason why. */
public sealed interface LoadResult {

  /**
   * Everything asked for was found faultless.
   *
   * @param packs in the order of the regions' names
   */
  record Loaded(List<Pack> packs) implements LoadResult {
    public Loaded {
      packs = List.copyOf(packs);
    }

    /** The regions of the packs. */
    public List<Region> regions() {
      return packs.stream().map(Pack::region).toList();
    }
  }

  /** Something was faulty; nothing is taken over. */
  record Refused(List<Fault> faults) implements LoadResult {
    public Refused {
      faults = List.copyOf(faults);
    }
  }
}
