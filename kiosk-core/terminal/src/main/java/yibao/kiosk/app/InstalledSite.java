package yibao.kiosk.app;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import yibao.kiosk.catalog.Pool;
import yibao.kiosk.catalog.Region;
import yibao.kiosk.form.Form;
import yibao.kiosk.journey.Site;
import yibao.kiosk.packs.Fault;
import yibao.kiosk.packs.FormPacks;
import yibao.kiosk.packs.FormsResult;
import yibao.kiosk.packs.LoadResult;
import yibao.kiosk.packs.RegionPacks;

/**
 * The site a configuration describes, from the region packs on this terminal's disk.
 *
 * @param region the region
 * @param pool the pool
 * @param hall name of the hall
 * @param terminal number of the terminal
 * @param forms forms by id
 */
record InstalledSite(
    Region region, Pool pool, String hall, String terminal, Map<String, Form> forms)
    implements Site {

  /** Loads the packs; raises {@link TerminalConfig.Unusable} that names every fault. */
  static InstalledSite load(TerminalConfig config) {
    RegionPacks packs = new RegionPacks(config.regions());
    if (!packs.ids().contains(config.region())) {
      throw new TerminalConfig.Unusable(
          "没有地区“" + config.region() + "”，现有：" + String.join("、", packs.ids()));
    }
    Region region =
        switch (packs.load(config.region())) {
          case LoadResult.Loaded(List<Region> regions, _) -> regions.getFirst();
          case LoadResult.Refused(List<Fault> faults) -> throw faulty(faults);
        };
    Map<String, Form> forms =
        switch (new FormPacks(config.regions()).load(config.region())) {
          case FormsResult.Loaded(Map<String, Form> loaded) -> loaded;
          case FormsResult.Refused(List<Fault> faults) -> throw faulty(faults);
        };
    Pool pool =
        config
            .pool()
            .map(
                code ->
                    region
                        .pool(code)
                        .orElseThrow(
                            () ->
                                new TerminalConfig.Unusable(
                                    "地区“" + region.id() + "”没有统筹区 " + code)))
            .orElse(region.pools().getFirst());
    return new InstalledSite(region, pool, config.hall(), config.terminal(), forms);
  }

  private static TerminalConfig.Unusable faulty(List<Fault> faults) {
    return new TerminalConfig.Unusable(
        faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
  }
}
