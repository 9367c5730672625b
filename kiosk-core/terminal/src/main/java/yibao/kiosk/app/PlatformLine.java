package yibao.kiosk.app;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import yibao.kiosk.platform.NationalPlatform;
import yibao.kiosk.platform.ProvinceProfile;
import yibao.kiosk.platform.transport.GatewayFile;
import yibao.kiosk.platform.transport.HttpPost;
import yibao.kiosk.platform.transport.PlainTransport;
import yibao.kiosk.platform.transport.Transport;

/** The line to the province that a configuration describes. */
public final class PlatformLine {

  /** Connecting is quick or fails; an answer is waited for as long as a citizen would. */
  static final HttpPost.Patience PATIENCE =
      new HttpPost.Patience(Duration.ofSeconds(3), Duration.ofSeconds(30));

  private PlatformLine() {}

  /**
   * A platform for a command that runs beside the terminal.
   *
   * @throws TerminalConfig.Unusable when the configuration names none that can be used
   */
  public static NationalPlatform open(TerminalConfig config, InstantSource clock) {
    return open(config, profile(config.platform()), InstalledSite.load(config), clock, _ -> {});
  }

  /**
   * The platform.
   *
   * @param told hears the platform's time with each answer
   */
  static NationalPlatform open(
      TerminalConfig config,
      ProvinceProfile profile,
      InstalledSite site,
      InstantSource clock,
      Consumer<Instant> told) {
    TerminalConfig.PlatformConfig wanted = config.platform();
    try {
      return new NationalPlatform(
          profile,
          wanted.identity(site.pool().admdvs(), config.terminal()),
          transport(wanted, clock),
          clock,
          told);
    } catch (IOException e) {
      throw new TerminalConfig.Unusable("platform：" + e.getMessage());
    }
  }

  /** The profile the configuration names. */
  static ProvinceProfile profile(TerminalConfig.PlatformConfig wanted) {
    try {
      return ProvinceProfile.read(wanted.profile());
    } catch (IOException e) {
      throw new TerminalConfig.Unusable("platform：" + e.getMessage());
    }
  }

  private static Transport transport(TerminalConfig.PlatformConfig wanted, InstantSource clock)
      throws IOException {
    if (wanted.gateway().isEmpty()) {
      return new PlainTransport(new HttpPost(wanted.address(), PATIENCE));
    }
    try {
      return GatewayFile.read(wanted.gateway().get()).open(wanted.address(), PATIENCE, clock);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(wanted.gateway().get() + " holds a key that cannot be used");
    }
  }
}
