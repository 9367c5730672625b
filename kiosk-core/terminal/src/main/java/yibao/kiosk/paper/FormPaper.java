package yibao.kiosk.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import yibao.templates.DocumentTemplates;

/**
 * The paper of a form, and how a citizen's answers come into its fields: an answer stands in the
 * field of its name, or in the one that the template's {@code answers} put it into. What has no
 * field of its own is listed with its title, so that nothing that was signed is missing on paper.
 */
public final class FormPaper {
  private static final String REST = "more";

  private final DocumentTemplates templates;
  private final String template;

  FormPaper(DocumentTemplates templates, String template) {
    this.templates = templates;
    this.template = template;
  }

  /**
   * An answer.
   *
   * @param title what was asked, as papers name it
   * @param value for a field of its kind: a day as ISO text, an amount as decimal text, else as
   *     read
   * @param label as people read it
   * @param before what it takes the place of
   */
  public record Answer(String title, String value, String label, Optional<String> before) {}

  /** The template's name. */
  public String template() {
    return template;
  }

  /** What the paper is called where the list calls it nothing else. */
  public String title() {
    return templates.title(template);
  }

  /**
   * The paper's fields.
   *
   * @param known what is known besides, by field name
   * @param answers by the form's names, in the form's order
   */
  public Map<String, Object> fields(
      Map<String, Object> known, SequencedMap<String, Answer> answers) {
    Map<String, Object> fields = new HashMap<>(known);
    Set<String> placed = new HashSet<>();
    Map<String, List<String>> own = templates.answers(template);
    answers.forEach(
        (name, answer) -> {
          if (!own.containsKey(name) && templates.declares(template, name)) {
            fields.put(name, answer.value());
            placed.add(name);
          }
        });
    own.forEach(
        (field, sources) -> {
          placed.addAll(sources);
          fields.remove(field);
          if (templates.isList(template, field)) {
            fields.put(field, rows(sources, answers));
          } else {
            first(sources, known, answers).ifPresent(value -> fields.put(field, value));
          }
        });
    List<Map<String, String>> rest = new ArrayList<>();
    answers.forEach(
        (name, answer) -> {
          if (!placed.contains(name)) {
            rest.add(Map.of("label", answer.title(), "value", answer.label()));
          }
        });
    fields.put(REST, rest);
    return fields;
  }

  private static Optional<Object> first(
      List<String> sources, Map<String, Object> known, Map<String, Answer> answers) {
    return sources.stream()
        .flatMap(
            source ->
                Optional.ofNullable(answers.get(source))
                    .<Object>map(Answer::value)
                    .or(() -> Optional.ofNullable(known.get(source)))
                    .stream())
        .findFirst();
  }

  private static List<Map<String, String>> rows(List<String> sources, Map<String, Answer> answers) {
    return sources.stream()
        .filter(answers::containsKey)
        .map(answers::get)
        .map(
            answer ->
                Map.of(
                    "item", answer.title(),
                    "name", answer.label(),
                    "before", answer.before().orElse(""),
                    "after", answer.label()))
        .toList();
  }
}
