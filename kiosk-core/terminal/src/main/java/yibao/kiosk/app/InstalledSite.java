package yibao.kiosk.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import yibao.kiosk.catalog.Credential;
import yibao.kiosk.catalog.Deadline;
import yibao.kiosk.catalog.Pool;
import yibao.kiosk.catalog.Region;
import yibao.kiosk.form.Form;
import yibao.kiosk.journey.visit.Site;
import yibao.kiosk.packs.Fault;
import yibao.kiosk.packs.Pack;
import yibao.kiosk.packs.PackKeeper;
import yibao.kiosk.packs.RegionPacks;
import yibao.kiosk.paper.RegionPapers;

/** The site a configuration describes, from the region pack this terminal serves at the moment. */
final class InstalledSite implements Site {

  private final PackKeeper keeper;
  private final Optional<String> pool;
  private final String hall;
  private final String terminal;
  private final Set<Credential> readable;
  private final boolean checksFaces;
  private final double withinReach;
  private final double textScale;
  private final Greeting greeting;

  private InstalledSite(PackKeeper keeper, TerminalConfig config) {
    this.keeper = keeper;
    this.pool = config.pool();
    this.hall = config.hall();
    this.terminal = config.terminal();
    this.readable = config.readable();
    this.checksFaces = config.devices().certified().filter(c -> c.face()).isPresent();
    this.withinReach = config.glass().map(GlassConfig::withinReach).orElse(HALF);
    this.textScale = config.glass().map(GlassConfig::textScale).orElse(1.0);
    this.greeting =
        config
            .access()
            .map(access -> new Greeting(access.large(), access.voice()))
            .orElseGet(Greeting::usual);
  }

  /** Loads the pack; raises {@link TerminalConfig.Unusable} that names every fault. */
  static InstalledSite load(TerminalConfig config) {
    PackKeeper.Demands demands =
        (folder, pack) -> {
          List<Fault> faults = new ArrayList<>(RegionPapers.faults(folder));
          config.pool().ifPresent(code -> faults.addAll(missing(pack, code)));
          return faults;
        };
    return switch (PackKeeper.open(
        config.regions(), config.region(), config.data().resolve("packs"), demands)) {
      case PackKeeper.Opened.Ready(PackKeeper keeper) -> new InstalledSite(keeper, config);
      case PackKeeper.Opened.Unservable(List<Fault> faults) -> throw unusable(config, faults);
    };
  }

  private static List<Fault> missing(Pack pack, String pool) {
    Region region = pack.region();
    return region.pool(pool).isPresent()
        ? List.of()
        : List.of(
            new Fault(
                region.id() + "/region.yaml",
                0,
                "地区“" + region.id() + "”没有统筹区 " + pool,
                "补上这个统筹区，或改终端配置里的 pool"));
  }

  private static TerminalConfig.Unusable unusable(TerminalConfig config, List<Fault> faults) {
    List<String> known = new RegionPacks(config.regions()).ids();
    return new TerminalConfig.Unusable(
        known.contains(config.region())
            ? faults.stream().map(Fault::toString).collect(Collectors.joining("\n"))
            : "没有地区“" + config.region() + "”，现有：" + String.join("、", known));
  }

  /** Keeps the pack; whoever looks through it may find another. */
  PackKeeper keeper() {
    return keeper;
  }

  @Override
  public Region region() {
    return keeper.serving().pack().region();
  }

  @Override
  public Pool pool() {
    Region region = region();
    return pool.map(code -> region.pool(code).orElseThrow()).orElse(region.pools().getFirst());
  }

  @Override
  public String hall() {
    return hall;
  }

  @Override
  public String terminal() {
    return terminal;
  }

  @Override
  public Set<Credential> readable() {
    return readable;
  }

  @Override
  public boolean checksFaces() {
    return checksFaces;
  }

  @Override
  public double withinReach() {
    return withinReach;
  }

  @Override
  public double textScale() {
    return textScale;
  }

  @Override
  public Greeting greeting() {
    return greeting;
  }

  @Override
  public Deadline.DayCounter dayCounter() {
    return keeper.serving().pack().dayCounter();
  }

  @Override
  public List<String> packFaults() {
    return keeper.serving().faults().stream().map(Fault::toString).toList();
  }

  @Override
  public Map<String, Form> forms() {
    return keeper.serving().pack().forms();
  }
}
