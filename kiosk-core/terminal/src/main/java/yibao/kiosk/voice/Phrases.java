package yibao.kiosk.voice;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The phrases of one language, by id; each stands on the screen word for word while it is heard.
 */
public final class Phrases {

  private final Map<String, String> byId;

  private Phrases(Map<String, String> byId) {
    this.byId = byId;
  }

  /**
   * The phrases that come with the program.
   *
   * @param language BCP 47 tag; one nobody has written phrases for has none
   */
  public static Phrases of(String language) {
    Map<String, String> byId = new TreeMap<>();
    try (InputStream in = Phrases.class.getResourceAsStream("/voice/" + language + ".properties")) {
      if (in != null) {
        Properties file = new Properties();
        file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        file.stringPropertyNames().forEach(id -> byId.put(id, file.getProperty(id)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the phrases in " + language, e);
    }
    return new Phrases(Map.copyOf(byId));
  }

  /** Every phrase, by id. */
  public Map<String, String> all() {
    return byId;
  }

  /** The phrase of this id. */
  public Optional<String> text(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
