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

/** Puts whatever goes to the screen into the language in use, every text of it. */
final class Interpretation {

  private final Map<Language, Interpreter> interpreters = new EnumMap<>(Language.class);

  Interpretation() {
    for (Language language : Language.values()) {
      interpreters.put(language, Interpreter.into(language));
    }
  }

  /** The same content in another language; the given tree is changed. */
  JsonNode into(Language language, JsonNode content) {
    return language == Language.CHINESE ? content : interpret(content, interpreters.get(language));
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
