package yibao.kiosk.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import yibao.kiosk.journey.Interpreter;
import yibao.kiosk.journey.view.Language;
import yibao.kiosk.journey.visit.Sentences;

/** Puts whatever goes to the screen into the language in use, every text of it. */
final class Interpretation {

  private final Map<Language, Interpreter> interpreters = new EnumMap<>(Language.class);
  private final Map<Language, Map<String, String>> letters = new EnumMap<>(Language.class);

  Interpretation() {
    for (Language language : Language.values()) {
      interpreters.put(language, Interpreter.into(language));
      letters.put(
          language,
          language == Language.CHINESE
              ? Map.of()
              : Sentences.resource("/letters/" + language.tag() + ".properties"));
    }
  }

  /** The same content in another language; the given tree is changed. */
  JsonNode into(Language language, JsonNode content) {
    if (language == Language.CHINESE) {
      return content;
    }
    JsonNode letter = content.at("/step/paragraphs").deepCopy();
    JsonNode title = content.at("/step/title");
    JsonNode interpreted = interpret(content, interpreters.get(language));
    if (interpreted.path("step") instanceof ObjectNode step
        && letter instanceof ArrayNode written) {
      step.set("title", title);
      beside(step, written, letters.get(language));
    }
    return interpreted;
  }

  /**
   * A letter stays as the region wrote it: that is what is signed and printed. Its translation goes
   * with it, paragraph by paragraph; one that the region has worded otherwise has none.
   */
  private static void beside(ObjectNode step, ArrayNode written, Map<String, String> translations) {
    step.set("paragraphs", written);
    ArrayNode translated = step.arrayNode();
    boolean any = false;
    for (JsonNode paragraph : written) {
      any |= translations.containsKey(paragraph.textValue());
      translated.add(translations.getOrDefault(paragraph.textValue(), ""));
    }
    if (any) {
      step.set("translation", translated);
    }
  }

  private static JsonNode interpret(JsonNode node, Interpreter interpreter) {
    return switch (node) {
      case ObjectNode object -> members(object, interpreter);
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          array.set(i, interpret(array.get(i), interpreter));
        }
        yield array;
      }
      case TextNode text -> TextNode.valueOf(interpreter.interpret(text.textValue()));
      default -> node;
    };
  }

  private static ObjectNode members(ObjectNode object, Interpreter interpreter) {
    JsonNode printed = object.path("name");
    boolean entered = object.has("input");
    for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
      // What somebody has entered is theirs, whatever it reads like.
      if (!(entered && member.getKey().equals("value"))) {
        object.set(member.getKey(), interpret(member.getValue(), interpreter));
      }
    }
    if (object.has("seq") && !object.path("name").equals(printed)) {
      object.set("original", printed);
    }
    return object;
  }
}
