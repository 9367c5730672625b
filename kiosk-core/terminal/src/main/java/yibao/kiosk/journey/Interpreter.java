package yibao.kiosk.journey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import yibao.kiosk.journey.view.Language;
import yibao.kiosk.journey.visit.Sentences;

/**
 * Puts what the terminal says into another language on its way to the screen.
 *
 * <p>The journey thinks in Chinese, the language of the list and of everything printed, so nothing
 * inside it depends on the language in use, and switching in mid-visit changes nothing but words.
 * Known are the sentences of the program and the fixed words beside them; whatever else comes by, a
 * printed line of the list, a place, a name, stays as it is.
 */
public final class Interpreter {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  /** Number of a heading in the printed list, e.g. 三、 or （四）; means nothing on a screen. */
  private static final Pattern HEADING_NUMBER =
      Pattern.compile("(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)(?=.)");

  private static final String NUMBER = "[0-9][0-9.,]*";
  private static final String ANYTHING = ".+?";

  private final Map<String, String> fixed = new HashMap<>();
  private final List<Template> templates = new ArrayList<>();
  private final String and;
  private final String or;

  /** A sentence with gaps: how it reads in Chinese, and how in the other language. */
  private record Template(Pattern chinese, List<String> gaps, String other) {}

  /**
   * Interprets by these pairs.
   *
   * @param pairs Chinese to the other language; {@code {name}} is a gap, a gap whose name is {@code
   *     n} and digits holds a number only
   */
  Interpreter(Map<String, String> pairs) {
    and = pairs.getOrDefault("、", "、");
    or = pairs.getOrDefault("或", "或");
    pairs.entrySet().stream()
        .sorted(Comparator.comparing((Map.Entry<String, String> pair) -> -pair.getKey().length()))
        .forEach(
            pair -> {
              if (PLACEHOLDER.matcher(pair.getKey()).find()) {
                templates.add(template(pair.getKey(), pair.getValue()));
              } else {
                fixed.put(pair.getKey(), pair.getValue());
              }
            });
  }

  /** The interpreter into a language, out of the files that come with the program. */
  public static Interpreter into(Language language) {
    if (language == Language.CHINESE) {
      return new Interpreter(Map.of());
    }
    Sentences chinese = Sentences.chinese();
    Sentences other = Sentences.in(language);
    Map<String, String> pairs = new LinkedHashMap<>(Sentences.words(language));
    other.codes().forEach(code -> pairs.put(chinese.written(code), other.written(code)));
    return new Interpreter(pairs);
  }

  /** The text in the other language; unknown text as it is. */
  public String interpret(String chinese) {
    return known(chinese).orElse(chinese);
  }

  private Optional<String> known(String chinese) {
    String exact = fixed.get(chinese);
    if (exact != null) {
      return Optional.of(exact);
    }
    for (Template template : templates) {
      Matcher match = template.chinese().matcher(chinese);
      if (match.matches()) {
        return Optional.of(filled(template, match));
      }
    }
    Matcher numbered = HEADING_NUMBER.matcher(chinese);
    if (numbered.lookingAt()) {
      return known(chinese.substring(numbered.end()));
    }
    return series(chinese, "、", and).or(() -> series(chinese, "或", or));
  }

  /** Several known words in a row. */
  private Optional<String> series(String chinese, String between, String word) {
    if (!chinese.contains(between)) {
      return Optional.empty();
    }
    List<Optional<String>> parts = Arrays.stream(chinese.split(between)).map(this::known).toList();
    return parts.stream().allMatch(Optional::isPresent)
        ? Optional.of(parts.stream().map(Optional::get).collect(Collectors.joining(word)))
        : Optional.empty();
  }

  private String filled(Template template, MatchResult match) {
    String text = template.other();
    for (int i = 0; i < template.gaps().size(); i++) {
      text = text.replace("{" + template.gaps().get(i) + "}", interpret(match.group(i + 1)));
    }
    return text;
  }

  private static Template template(String chinese, String other) {
    Matcher gap = PLACEHOLDER.matcher(chinese);
    StringBuilder pattern = new StringBuilder();
    List<String> gaps = new ArrayList<>();
    int from = 0;
    while (gap.find()) {
      pattern.append(Pattern.quote(chinese.substring(from, gap.start())));
      pattern.append('(').append(gap.group(1).matches("n\\d*") ? NUMBER : ANYTHING).append(')');
      gaps.add(gap.group(1));
      from = gap.end();
    }
    pattern.append(Pattern.quote(chinese.substring(from)));
    return new Template(Pattern.compile(pattern.toString(), Pattern.DOTALL), gaps, other);
  }
}
