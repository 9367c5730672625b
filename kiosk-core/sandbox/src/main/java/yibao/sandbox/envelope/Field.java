package yibao.sandbox.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A rule for one text field.
 *
 * @param name the field's national name
 * @param longest most characters it may have
 * @param required whether it must be there and not blank
 * @param shape what it must look like
 */
public record Field(String name, int longest, boolean required, Pattern shape) {

  private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

  /** A field that must be filled. */
  public static Field required(String name, int longest) {
    return new Field(name, longest, true, ANY);
  }

  /** A field that may be left out. */
  public static Field optional(String name, int longest) {
    return new Field(name, longest, false, ANY);
  }

  /** The same field with a shape, given as a regular expression. */
  public Field like(String expression) {
    return new Field(name, longest, required, Pattern.compile(expression));
  }

  /** What is wrong with this field of {@code object}; empty when nothing is. */
  public Optional<String> faultIn(JsonNode object) {
    JsonNode value = object.path(name);
    boolean blank = value.isMissingNode() || value.isNull() || value.asText().isBlank();
    if (blank) {
      return required ? Optional.of(name + " 不能为空") : Optional.empty();
    }
    if (!value.isTextual()) {
      return Optional.of(name + " 应为字符型");
    }
    String text = value.textValue();
    if (text.codePointCount(0, text.length()) > longest) {
      return Optional.of(name + " 超过长度 " + longest);
    }
    return shape.matcher(text).matches() ? Optional.empty() : Optional.of(name + " 格式不正确");
  }
}
