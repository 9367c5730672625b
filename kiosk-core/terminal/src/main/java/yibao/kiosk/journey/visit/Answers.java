package yibao.kiosk.journey.visit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import yibao.kiosk.journey.view.Choice;

/** Reads the members of an answer. */
public final class Answers {

  private Answers() {}

  /** The button pressed, one of those offered. */
  public static String choice(JsonNode answer, List<Choice> offered) {
    String id = text(answer, "choice");
    if (offered.stream().noneMatch(c -> c.id().equals(id))) {
      throw new Misread("choice", "one of the choices offered");
    }
    return id;
  }

  public static String text(JsonNode answer, String member) {
    JsonNode value = answer.path(member);
    if (!value.isTextual()) {
      throw new Misread(member, "a string");
    }
    return value.asText();
  }

  public static boolean flag(JsonNode answer, String member) {
    JsonNode value = answer.path(member);
    if (!value.isBoolean()) {
      throw new Misread(member, "true or false");
    }
    return value.asBoolean();
  }
}
