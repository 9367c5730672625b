package yibao.kiosk.app;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import yibao.kiosk.calendar.OpeningHours;
import yibao.kiosk.catalog.Credential;
import yibao.kiosk.platform.TerminalIdentity;

/**
 * What a technician sets for one terminal; one YAML file.
 *
 * @param region id of the region whose list it offers
 * @param pool six-digit place code of the 统筹区 it stands in; the region's first where it is left out
 * @param hall name of the hall 大厅, at most 20 characters
 * @param terminal number of the terminal, printed on every paper
 * @param zone the hall's time zone; Asia/Shanghai where it is left out
 * @param port TCP port on loopback for the screen
 * @param data directory of the journal
 * @param keys directory of the data keys, another one than {@code data}
 * @param regions the regions folder
 * @param platform the province's platform
 * @param devices what is plugged in
 * @param seal file that describes the office's seal and its keys; without one no sealed documents
 *     are issued
 * @param backup file the journal is copied to once a day, best on another disk; personal data in
 *     the copy is as encrypted as in the journal; without one there is no copy
 * @param glass where the touch screen hangs
 * @param network the listener on the hall's network; without one there is none
 * @param staff file of the accounts of the hall's staff, as {@code staff add} writes it; without
 *     one nobody gets in
 * @param care who looks after it, and when
 * @param access how the screen greets people
 * @param telemetry the line to the hall's monitor; without it there is none
 * @param queue the hall's queue; without it nobody is given a number for a window
 * @param hours when the hall serves; without them day and night
 */
public record TerminalConfig(
    String region,
    Optional<String> pool,
    String hall,
    String terminal,
    Optional<String> zone,
    int port,
    Path data,
    Path keys,
    Path regions,
    PlatformConfig platform,
    DeviceConfig devices,
    Optional<Path> seal,
    Optional<Path> backup,
    Optional<GlassConfig> glass,
    Optional<HallNetwork> network,
    Optional<Path> staff,
    Optional<CareConfig> care,
    Optional<AccessConfig> access,
    Optional<TelemetryConfig> telemetry,
    Optional<HoursConfig> hours,
    Optional<QueueConfig> queue) {

  public TerminalConfig {
    demand(
        zone.filter(z -> !ZoneId.getAvailableZoneIds().contains(z)).isEmpty(),
        "zone",
        "时区，如 Asia/Shanghai");
    demand(hall.length() <= 20, "hall", "大厅名称，不超过 20 个字");
    demand(terminal.length() <= 20, "terminal", "终端编号，不超过 20 个字");
    demand(
        backup.filter(file -> file.toAbsolutePath().startsWith(data.toAbsolutePath())).isEmpty(),
        "backup",
        "data 目录之外的文件，最好在另一块磁盘上");
    demand(!data.equals(keys), "keys", "与 data 不同的目录");
  }

  /**
   * Looking after the terminal.
   *
   * @param technicians file of the technicians' accounts, as {@code staff add} writes it; without
   *     one nobody sets it up at the screen
   * @param opening when the hall opens, such as {@code 08:30}; the self-test ends before it; needed
   *     only where {@code hours} says nothing
   * @param position where in the hall it stands, at most 30 characters
   * @param updates where the package's updater looks for a newer program once a day; without it
   *     updates come by hand
   */
  public record CareConfig(
      Optional<Path> technicians,
      Optional<String> opening,
      Optional<String> position,
      Optional<URI> updates) {

    /** Nothing is said. */
    static CareConfig none() {
      return new CareConfig(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /** When the hall opens in the morning: by its hours, or as written apart where it has none. */
  Optional<LocalTime> opening() {
    return openingHours()
        .flatMap(hours -> hours.workdays().stream().findFirst())
        .map(OpeningHours.Sitting::from)
        .or(() -> care.flatMap(CareConfig::opening).map(LocalTime::parse));
  }

  /** When the hall serves; empty for one open day and night. */
  Optional<OpeningHours> openingHours() {
    return hours.map(HoursConfig::hours);
  }

  /**
   * The hall's queue 排队叫号.
   *
   * @param address of its interface, {@code http} or {@code https}
   */
  public record QueueConfig(URI address) {}

  /**
   * How the screen greets people; whoever stands there changes it for the visit.
   *
   * @param large with 大字版
   * @param voice speaking
   */
  public record AccessConfig(boolean large, boolean voice) {}

  /**
   * The province's platform.
   *
   * @param address its address
   * @param profile the province profile's file
   * @param organisation code of the organisation 机构编码 that runs the terminal, twelve characters
   * @param organisationName its name, at most twenty characters
   * @param mac the network card's address
   * @param ip the terminal's address in the hall's network
   * @param gateway file with what the province's gateway wants around the envelope; without one the
   *     bare envelope is sent
   */
  public record PlatformConfig(
      URI address,
      Path profile,
      String organisation,
      String organisationName,
      String mac,
      String ip,
      Optional<Path> gateway) {

    /** Who the terminal is to the platform, standing in a pool. */
    TerminalIdentity identity(String pool, String terminal) {
      return new TerminalIdentity(
          pool, organisation, organisationName, terminal, "自助终端", terminal, mac, ip);
    }
  }

  /** The credentials it has a reader for; an e-voucher needs somebody to decode it as well. */
  Set<Credential> readable() {
    Set<Credential> readable = EnumSet.noneOf(Credential.class);
    devices.idCard().ifPresent(_ -> readable.add(Credential.IDENTITY_DOCUMENT));
    devices.ssCard().ifPresent(_ -> readable.add(Credential.SOCIAL_SECURITY_CARD));
    if (devices.readsCodes() && devices.certified().isPresent()) {
      readable.add(Credential.E_VOUCHER);
    }
    return Collections.unmodifiableSet(readable);
  }

  /** Thrown for a configuration that cannot be used; the message names the place and the remedy. */
  public static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;

    Unusable(String message) {
      this(message, "");
    }

    Unusable(String message, String key) {
      super(message);
      this.key = key;
    }

    /** The key that is meant, as manuals write it; empty when the message says all. */
    String key() {
      return key;
    }
  }

  /**
   * Reads a configuration file.
   *
   * @throws Unusable which names every fault it has: file and line, key, what to write
   */
  public static TerminalConfig read(Path file) {
    return ConfigFile.read(file);
  }

  /** Writes it as {@link #read} reads it. */
  public void write(Path file) throws IOException {
    Files.writeString(file, text());
  }

  /** The text of its file. */
  public String text() throws IOException {
    return ConfigFile.write(this);
  }

  /** SHA-256 of what it says, whatever its file's order and comments, in hexadecimal digits. */
  String digest() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8)));
    } catch (IOException | NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static void demand(boolean holds, String key, String shape) {
    if (!holds) {
      throw new Unusable(key + " 要写成：" + shape, key);
    }
  }
}
