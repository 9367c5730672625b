package yibao.templates.template;

import java.util.List;
import java.util.regex.Pattern;

/** The partials a template's body includes. */
final class Partials {
  private static final Pattern INCLUDE = Pattern.compile("\\{\\{>\\s*([\\w-]+)\\s*}}");

  private Partials() {}

  static List<String> in(String body) {
    return INCLUDE.matcher(body).results().map(match -> match.group(1)).toList();
  }
}
