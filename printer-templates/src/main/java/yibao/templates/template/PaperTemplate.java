package yibao.templates.template;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One paper's template, read and checked. Immutable and thread-safe. */
public final class PaperTemplate {
  private static final Set<String> VIEWS =
      Set.of("masked", "words", "index", "this", ".", "-first", "-last", "-index");

  private final String name;
  private final String title;
  private final List<String> forms;
  private final Map<String, List<String>> answers;
  private final List<Field> fields;
  private final Template body;

  PaperTemplate(
      String name,
      String title,
      List<String> forms,
      Map<String, List<String>> answers,
      List<Field> fields,
      Template body) {
    this.name = name;
    this.title = title;
    this.forms = List.copyOf(forms);
    this.answers = Map.copyOf(answers);
    this.fields = List.copyOf(fields);
    this.body = body;
    rejectUndeclaredNames();
    answers.keySet().stream()
        .filter(field -> !declares(field))
        .findFirst()
        .ifPresent(
            field -> {
              throw new TemplateException(
                  "模板 %s 的 answers 用到了没有声明的字段 %s".formatted(name, field), field);
            });
  }

  public String name() {
    return name;
  }

  /** What the paper is called, in Chinese. */
  public String title() {
    return title;
  }

  /**
   * The template's text with the data in it.
   *
   * @throws TemplateException if a required field is missing or a value is not of its field's type
   */
  public String fill(Map<String, ?> data) {
    return write(new FieldValues(name, fields).of(data));
  }

  /**
   * The template's text for whoever fills it in by hand.
   *
   * @param known the fields that are printed all the same
   * @throws TemplateException if one of these is not of its field's type
   */
  public String blank(Map<String, ?> known) {
    return write(new BlankValues(name, fields).of(known));
  }

  private String write(Map<String, Object> values) {
    values.put("title", title);
    try {
      return body.execute(values);
    } catch (MustacheException e) {
      throw new TemplateException("模板 " + name + " 填写失败", e);
    }
  }

  /**
   * Data to look at the paper with.
   *
   * @param ordinary the sample that lies beside it
   */
  public Map<String, Object> sample(Sample kind, Map<String, Object> ordinary) {
    return new SampleValues(fields).of(kind, ordinary);
  }

  /** The forms of the lists that this paper is. */
  public List<String> forms() {
    return forms;
  }

  /**
   * For fields that are not called what the form calls its answer: the names of the answers that
   * may stand there. A list takes a row of each that was given, any other field the first.
   */
  public Map<String, List<String>> answers() {
    return answers;
  }

  /** Whether this field is a list. */
  public boolean isList(String field) {
    return fields.stream()
        .anyMatch(declared -> declared.path().equals(field) && declared.type() == FieldType.LIST);
  }

  /** Whether the paper has a field of this name, wanted or not. */
  public boolean declares(String field) {
    return fields.stream().anyMatch(declared -> declared.path().equals(field));
  }

  /** The fields that data must hold, for comparing an override with the paper it replaces. */
  Set<String> requiredFields() {
    Set<String> required = new TreeSet<>();
    fields.stream().filter(field -> !field.optional()).forEach(field -> required.add(field.path()));
    return required;
  }

  private void rejectUndeclaredNames() {
    Set<String> known = new TreeSet<>(VIEWS);
    known.add("title");
    fields.forEach(field -> known.add(field.name()));
    body.visit(
        new Mustache.Visitor() {
          @Override
          public void visitText(String text) {}

          @Override
          public void visitVariable(String variable) {
            check(variable);
          }

          @Override
          public boolean visitInclude(String include) {
            return true;
          }

          @Override
          public boolean visitSection(String section) {
            check(section);
            return true;
          }

          @Override
          public boolean visitInvertedSection(String section) {
            check(section);
            return true;
          }

          private void check(String reference) {
            for (String part : reference.split("(?<=.)\\.")) {
              if (!known.contains(part)) {
                throw new TemplateException(
                    "模板 %s 用到了没有声明的字段 %s".formatted(name, reference), reference);
              }
            }
          }
        });
  }
}
