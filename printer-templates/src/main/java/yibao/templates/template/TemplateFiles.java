package yibao.templates.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The template files of one kind. A file is YAML between two lines {@code ---} and the body after
 * it:
 *
 * <pre>{@code
 * ---
 * title: 办理结果回执
 * forms: [relocation]
 * answers: {begins: begin, changes: [phone, address]}
 * fields:
 *   number: text 受理号
 *   dueDate: date? 预计办结日期
 *   materials: list? 办理材料
 *   materials.name: text 材料名称
 * ---
 * body in Mustache
 * }</pre>
 *
 * {@code forms} names the materials of the lists that the paper is the form of; most papers have
 * none. {@code answers} says which of the form's answers stands in a field that the form calls
 * otherwise.
 *
 * <p>A file of the same name in a later folder replaces the one before; partials ({@code
 * {{>name}}}) are files whose name begins with {@code _} and add their fields to the paper's.
 */
public final class TemplateFiles {
  private static final ObjectMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY).build();

  /** How the Mustache compiler says where. */
  private static final Pattern BODY_LINE = Pattern.compile("@ line (\\d+)");

  private final String resources;
  private final String extension;
  private final List<Path> folders;
  private final Mustache.Compiler compiler;

  /** Each file is read once: one partial stands in most papers. */
  private final Map<String, Source> read = new ConcurrentHashMap<>();

  /** A template file's two halves. */
  private record Source(
      String title,
      List<String> forms,
      Map<String, List<String>> answers,
      Map<String, String> fields,
      String body) {}

  /** What stands between the two lines of dashes. */
  private record Header(
      String title,
      List<String> forms,
      Map<String, List<String>> answers,
      Map<String, String> fields) {}

  /**
   * @param resources the folder of the templates this library brings, e.g. {@code
   *     /yibao/templates/receipts/}
   * @param extension of the files, with its dot
   * @param folders where replacements may lie, later ones win
   * @param escaper makes a value harmless in the body's notation
   */
  public TemplateFiles(String resources, String extension, List<Path> folders, Escaper escaper) {
    this.resources = resources;
    this.extension = extension;
    this.folders = List.copyOf(folders);
    this.compiler =
        Mustache.compiler()
            .withEscaper(escaper::escape)
            .defaultValue("")
            .emptyStringIsFalse(true)
            .withLoader(partial -> new StringReader(source("_" + partial).body().stripTrailing()));
  }

  /** Makes a value harmless in a notation. */
  @FunctionalInterface
  public interface Escaper {
    String escape(String value);

    /** For bodies in HTML. */
    Escaper HTML = Escapers.HTML::escape;
  }

  /**
   * Every template, by name.
   *
   * @throws TemplateException if a file is not as it should be, or a replacement asks for fields
   *     the original does not
   */
  public Map<String, PaperTemplate> all() {
    Map<String, PaperTemplate> templates = new LinkedHashMap<>();
    names().forEach(name -> templates.put(name, one(name)));
    return templates;
  }

  /**
   * One template.
   *
   * @throws TemplateException as {@link #all}
   */
  public PaperTemplate one(String name) {
    PaperTemplate template = compile(name, source(name));
    if (replacement(name).isPresent()) {
      bundled(name)
          .map(original -> compile(name, original))
          .ifPresent(original -> rejectMoreFields(original, template));
    }
    return template;
  }

  /** Whether the library brings a template or partial of this name. */
  public boolean brings(String name) {
    return bundled(name).isPresent();
  }

  /** The sample data that lie beside a bundled template, for previews. */
  public Map<String, Object> sample(String name) {
    String file = resources + name + ".sample.yaml";
    String text = resource(file).orElseThrow(() -> new TemplateException("没有示例数据 " + name));
    try {
      return YAML.readValue(text, new TypeReference<Map<String, Object>>() {});
    } catch (JsonProcessingException e) {
      throw new TemplateException("示例数据 " + name + " 不是 YAML", e);
    }
  }

  private List<String> names() {
    TreeSet<String> names = new TreeSet<>();
    resource(resources + "index")
        .orElse("")
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(names::add);
    for (Path folder : folders) {
      try (var files = Files.list(folder)) {
        files
            .map(file -> file.getFileName().toString())
            .filter(file -> file.endsWith(extension) && !file.startsWith("_"))
            .forEach(file -> names.add(file.substring(0, file.length() - extension.length())));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot list the templates in " + folder, e);
      }
    }
    return new ArrayList<>(names);
  }

  private PaperTemplate compile(String name, Source source) {
    Map<String, String> declared = new LinkedHashMap<>();
    declare(name, source, declared, new HashSet<>());
    List<Field> fields = new ArrayList<>();
    declared.forEach((path, declaration) -> fields.add(field(name, path, declaration)));
    try {
      return new PaperTemplate(
          name,
          source.title(),
          source.forms(),
          answers(source),
          fields,
          compiler.compile(source.body()));
    } catch (MustacheException e) {
      Matcher line = BODY_LINE.matcher(e.getMessage());
      String where =
          line.find()
              ? source
                  .body()
                  .lines()
                  .skip(Integer.parseInt(line.group(1)) - 1L)
                  .findFirst()
                  .orElse("")
              : "";
      throw new TemplateException("模板 %s 写法有误：%s".formatted(name, e.getMessage()), where);
    }
  }

  /**
   * Collects the fields of a file and of the partials it includes; the including file's declaration
   * wins.
   */
  private void declare(String name, Source source, Map<String, String> declared, Set<String> seen) {
    rejectUnescaped(name, source.body());
    source.fields().forEach(declared::putIfAbsent);
    for (String partial : Partials.in(source.body())) {
      if (seen.add(partial)) {
        declare("_" + partial, source("_" + partial), declared, seen);
      }
    }
  }

  /** A partial's answers count where the paper that includes it says nothing else. */
  private Map<String, List<String>> answers(Source source) {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    Partials.in(source.body()).forEach(partial -> answers.putAll(answers(source("_" + partial))));
    answers.putAll(source.answers());
    return answers;
  }

  private static Field field(String template, String path, String declaration) {
    String[] words = declaration.strip().split("\\s+", 2);
    boolean optional = words[0].endsWith("?");
    String type = optional ? words[0].substring(0, words[0].length() - 1) : words[0];
    if (words.length < 2) {
      throw new TemplateException("模板 %s 的字段 %s 没有写类型和名称".formatted(template, path), path + ":");
    }
    return FieldType.named(type)
        .map(known -> new Field(path, known, optional, words[1]))
        .orElseThrow(
            () ->
                new TemplateException(
                    "模板 %s 的字段 %s 类型 %s 不存在".formatted(template, path, type), path + ":"));
  }

  private static void rejectUnescaped(String name, String body) {
    for (String unescaped : List.of("{{{", "{{&", "{{=")) {
      if (body.contains(unescaped)) {
        throw new TemplateException("模板 %s 用了 {{{、{{& 或 {{=：数据必须转义".formatted(name), unescaped);
      }
    }
  }

  private static void rejectMoreFields(PaperTemplate original, PaperTemplate replacement) {
    TreeSet<String> more = new TreeSet<>(replacement.requiredFields());
    more.removeAll(original.requiredFields());
    if (!more.isEmpty()) {
      throw new TemplateException(
          "替换模板 %s 要求的字段 %s 不在原模板的必填字段中".formatted(original.name(), String.join("、", more)),
          more.getFirst() + ":");
    }
  }

  private Source source(String name) {
    Source known = read.get(name);
    if (known == null) {
      known = find(name);
      read.put(name, known);
    }
    return known;
  }

  private Source find(String name) {
    Optional<Path> file = replacement(name);
    if (file.isEmpty()) {
      return bundled(name).orElseThrow(() -> new TemplateException("没有模板 " + name));
    }
    try {
      return parse(file.get().toString(), Files.readString(file.get()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the template " + file.get(), e);
    }
  }

  /** The file that stands for this template, in the last folder that has one. */
  private Optional<Path> replacement(String name) {
    return folders.reversed().stream()
        .map(folder -> folder.resolve(name + extension))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private Optional<Source> bundled(String name) {
    return resource(resources + name + extension).map(text -> parse(name + extension, text));
  }

  private static Source parse(String file, String text) {
    String[] parts = text.replace("\r\n", "\n").split("(?m)^---\n", 3);
    if (parts.length < 3 || !parts[0].isBlank()) {
      throw new TemplateException("模板 " + file + " 开头应是两行 --- 之间的标题和字段");
    }
    try {
      Header header = YAML.readValue(parts[1], Header.class);
      Map<String, String> fields = header.fields() == null ? Map.of() : header.fields();
      List<String> forms = header.forms() == null ? List.of() : header.forms();
      Map<String, List<String>> answers = header.answers() == null ? Map.of() : header.answers();
      return new Source(
          header.title() == null ? "" : header.title(), forms, answers, fields, parts[2]);
    } catch (JsonProcessingException e) {
      String where =
          e.getLocation() == null
              ? ""
              : parts[1].lines().skip(e.getLocation().getLineNr() - 1L).findFirst().orElse("");
      throw new TemplateException(
          "模板 %s 的标题和字段不是 YAML：%s".formatted(file, e.getOriginalMessage()), where);
    }
  }

  private static Optional<String> resource(String path) {
    try (InputStream in = TemplateFiles.class.getResourceAsStream(path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }
}
