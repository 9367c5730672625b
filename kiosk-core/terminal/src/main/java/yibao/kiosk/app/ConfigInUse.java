package yibao.kiosk.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.app.doctor.Finding;
import yibao.telemetry.DefaultsSeal;
import yibao.telemetry.HallDefaults;
import yibao.telemetry.Message;

/**
 * The configuration a terminal goes by: its own file, and where that says nothing the hall's
 * defaults. A terminal whose hall sends what cannot be used goes by its own file alone.
 */
public final class ConfigInUse {
  private static final Logger LOG = System.getLogger(ConfigInUse.class.getName());
  private static final String WHAT = "大厅默认值";

  private final TerminalConfig own;
  private final TerminalConfig merged;
  private final Optional<Source> source;
  private final Optional<HallDefaults> used;
  private final Optional<Long> givenUp;
  private final boolean signed;

  /**
   * Where defaults come from.
   *
   * @param file the terminal's own configuration
   * @param shelf keeps them
   * @param hall the terminal's hall
   * @param key what they are signed with
   */
  private record Source(Path file, DefaultsShelf shelf, String hall, PublicKey key) {

    Optional<HallDefaults> open(Message.Defaults sealed) {
      return DefaultsSeal.open(sealed, key).filter(it -> it.hall().equals(hall));
    }

    TerminalConfig with(HallDefaults defaults) {
      return DefaultedConfig.read(file, shelf.asFile(defaults.text()));
    }
  }

  private ConfigInUse(
      TerminalConfig own,
      TerminalConfig merged,
      Optional<Source> source,
      Optional<HallDefaults> used,
      Optional<Long> givenUp,
      boolean signed) {
    this.own = own;
    this.merged = merged;
    this.source = source;
    this.used = used;
    this.givenUp = givenUp;
    this.signed = signed;
  }

  /** A configuration nobody defaults. */
  public static ConfigInUse alone(TerminalConfig config) {
    return new ConfigInUse(
        config, config, Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  /**
   * Reads what the terminal goes by.
   *
   * @throws TerminalConfig.Unusable where its own file cannot be used
   */
  public static ConfigInUse read(Path file) {
    TerminalConfig own = TerminalConfig.read(file);
    boolean signed = SignedConfig.demanded(file);
    Optional<Source> source =
        own.telemetry()
            .flatMap(
                line ->
                    line.hallKey()
                        .map(
                            key ->
                                new Source(file, new DefaultsShelf(own.data()), line.hall(), key)));
    Optional<HallDefaults> defaults =
        source.flatMap(from -> from.shelf().inUse().flatMap(from::open));
    if (defaults.isEmpty()) {
      return new ConfigInUse(own, own, source, Optional.empty(), Optional.empty(), signed);
    }
    try {
      return new ConfigInUse(
          own, source.get().with(defaults.get()), source, defaults, Optional.empty(), signed);
    } catch (TerminalConfig.Unusable e) {
      LOG.log(
          Level.WARNING,
          "[defaults.unusable] the hall's defaults cannot be used with this configuration");
      source.get().shelf().complain(e.getMessage());
      return new ConfigInUse(own, own, source, Optional.empty(), Optional.empty(), signed);
    }
  }

  /**
   * The same for a start of the service. Defaults that failed two starts give way to those before
   * them.
   */
  public static ConfigInUse start(Path file) {
    ConfigInUse read = read(file);
    if (read.source.isEmpty()) {
      return read;
    }
    DefaultsShelf shelf = read.source.get().shelf();
    if (shelf.failed()) {
      Optional<Long> number = read.used.map(HallDefaults::number);
      shelf.rollBack();
      shelf.complain("第 %s 版两次没有启动成功，换回以前的".formatted(number.map(it -> it + "").orElse("?")));
      LOG.log(
          Level.WARNING,
          "[defaults.given-up] the hall's defaults failed two starts and are given up");
      ConfigInUse before = read(file);
      return new ConfigInUse(
          before.own, before.merged, before.source, before.used, number, before.signed);
    }
    shelf.started();
    return read;
  }

  /** The number of defaults that this start gave up. */
  Optional<Long> givenUp() {
    return givenUp;
  }

  /** Notes that the terminal serves with it. */
  public void served() {
    source.ifPresent(from -> from.shelf().served());
  }

  /** What the terminal goes by. */
  public TerminalConfig config() {
    return merged;
  }

  /** What is written for this terminal alone. */
  TerminalConfig own() {
    return own;
  }

  /** Whether it is served only as its publisher signed it. */
  boolean signed() {
    return signed;
  }

  /** Whether defaults of the hall are listened to. */
  boolean listens() {
    return source.isPresent();
  }

  /**
   * Looks whether defaults can be used, and keeps them for the next start where they can.
   *
   * @return what is wrong with them, file and line; empty where they are kept
   */
  Optional<String> take(Message.Defaults sealed, HallDefaults defaults) {
    Source from = source.orElseThrow();
    try {
      from.with(defaults);
      from.shelf().put(sealed);
      from.shelf().complain("");
      return Optional.empty();
    } catch (TerminalConfig.Unusable e) {
      from.shelf().complain("第 " + defaults.number() + " 版不能用：" + e.getMessage());
      return Optional.of(e.getMessage());
    }
  }

  /** Whether these say nothing else than those kept already. */
  boolean says(HallDefaults defaults) {
    return source
        .flatMap(from -> from.shelf().inUse().flatMap(from::open))
        .map(HallDefaults::text)
        .orElse("")
        .equals(defaults.text());
  }

  /** What there is to say of the hall's defaults, for whoever looks the terminal over. */
  public List<Finding> findings() {
    if (source.isEmpty()) {
      return List.of();
    }
    Finding state =
        source
            .get()
            .shelf()
            .complaint()
            .map(
                why ->
                    Finding.warning(
                        WHAT, why.replace("\n", "；"), "在大厅监控上改正默认值文件，或者在本机配置里写明这一项；本机照其余的配置服务。"))
            .orElseGet(
                () ->
                    Finding.good(
                        WHAT,
                        used.map(
                                it ->
                                    "第 "
                                        + it.number()
                                        + " 版，用了 "
                                        + DefaultedConfig.keys(own, merged))
                            .orElse("没有，只照本机的配置")));
    return List.of(state);
  }
}
