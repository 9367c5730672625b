package yibao.kiosk.journey.visit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import yibao.kiosk.journey.view.Language;

/** What the terminal says to a citizen, one sentence per code, in one language. */
public final class Sentences {

  private final Map<String, String> byCode;

  /** Sentences by code; {@code {name}} in a sentence is a parameter. */
  public Sentences(Map<String, String> byCode) {
    this.byCode = Map.copyOf(byCode);
  }

  /** The Chinese sentences that come with the program. */
  public static Sentences chinese() {
    return in(Language.CHINESE);
  }

  /** The same sentences in a language, as far as they are written. */
  public static Sentences in(Language language) {
    return new Sentences(resource("/sentences/" + language.tag() + ".properties"));
  }

  /** The fixed words beside the sentences: labels, choices, questions; Chinese to the language. */
  public static Map<String, String> words(Language language) {
    return resource("/words/" + language.tag() + ".properties");
  }

  public static Map<String, String> resource(String name) {
    try (InputStream in = Sentences.class.getResourceAsStream(name)) {
      Properties file = new Properties();
      file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return file.stringPropertyNames().stream()
          .collect(Collectors.toMap(Function.identity(), file::getProperty));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  /** Every code that has a sentence. */
  public Set<String> codes() {
    return byCode.keySet();
  }

  /** The sentence as written, its parameters open. */
  public String written(String code) {
    return byCode.get(code);
  }

  /** The sentence without parameters. */
  public String say(String code) {
    return say(code, Map.of());
  }

  /** The sentence with its parameters filled in; raises for a code nobody wrote a sentence for. */
  public String say(String code, Map<String, String> params) {
    String sentence = byCode.get(code);
    if (sentence == null) {
      throw new IllegalArgumentException("no sentence for " + code);
    }
    String filled = sentence;
    for (Map.Entry<String, String> param : params.entrySet()) {
      filled = filled.replace("{" + param.getKey() + "}", param.getValue());
    }
    return filled;
  }

  /** The sentence for {@code code}, or for {@code otherwise} where that code has none. */
  public String sayOr(String code, String otherwise, Map<String, String> params) {
    return say(byCode.containsKey(code) ? code : otherwise, params);
  }
}
