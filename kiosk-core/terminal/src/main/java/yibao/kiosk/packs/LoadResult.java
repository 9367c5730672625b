package yibao.kiosk.packs;

import java.util.List;
import yibao.kiosk.catalog.Region;

/** What loading region packs came to: all of them, or none and every reason why. */
public sealed interface LoadResult {

  /** Everything asked for was found faultless. */
  record Loaded(List<Region> regions) implements LoadResult {
    public Loaded {
      regions = List.copyOf(regions);
    }
  }

  /** Something was faulty; nothing is taken over. */
  record Refused(List<Fault> faults) implements LoadResult {
    public Refused {
      faults = List.copyOf(faults);
    }
  }
}
