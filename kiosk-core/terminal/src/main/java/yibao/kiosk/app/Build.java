package yibao.kiosk.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Properties;

/** What is known of this build. */
final class Build {

  private Build() {}

  /** When this program was built; no clock can rightly show an earlier time. */
  static Instant time() {
    return Instant.parse(properties().getProperty("built"));
  }

  /** The version of this program. */
  static String version() {
    return properties().getProperty("version");
  }

  private static Properties properties() {
    try (InputStream in = Build.class.getResourceAsStream("/build.properties")) {
      Properties build = new Properties();
      build.load(in);
      return build;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read build.properties", e);
    }
  }
}
