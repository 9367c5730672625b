package yibao.kiosk.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SheetTest {

  private static final Field WHO = choice("who", "self", "child");
  private static final Field CHILD = when("childName", Map.of("who", Set.of("child")));
  private static final Field SCHOOL = when("school", Map.of("childName", Set.of("小明")));
  private static final Form FORM = new Form("enrol", "参保登记表", List.of(WHO, CHILD, SCHOOL));

  @Test
  void a_question_is_asked_once_the_answers_call_for_it() {
    Sheet sheet = new Sheet(FORM, Map.of());

    assertFalse(sheet.asks(CHILD, Map.of("who", "self")));
    assertTrue(sheet.asks(CHILD, Map.of("who", "child")));
  }

  @Test
  void an_answer_to_a_question_that_no_longer_stands_is_left_out_with_all_that_hung_on_it() {
    Sheet sheet = new Sheet(FORM, Map.of());
    Map<String, String> answers = Map.of("who", "self", "childName", "小明", "school", "实验小学");

    assertEquals(Map.of("who", "self"), sheet.values(answers));
    assertEquals(List.of(WHO), sheet.standing(answers));
  }

  @Test
  void what_the_item_has_settled_is_not_asked_but_stands_in_the_form() {
    Sheet sheet = new Sheet(FORM, Map.of("who", "child", "sharedData", "true"));

    assertFalse(sheet.asks(WHO, Map.of()));
    assertTrue(sheet.asks(CHILD, Map.of()));
    assertEquals(Map.of("who", "child"), sheet.values(Map.of()));
    assertEquals(Optional.of("CHILD"), sheet.knownLabel(WHO));
  }

  @Test
  void a_form_that_refers_to_what_comes_later_or_never_says_so() {
    assertEquals(List.of("who"), new Form("x", "表", List.of(CHILD, WHO)).dangling());
    assertEquals(List.of(), FORM.dangling());
  }

  private static Field choice(String name, String... values) {
    List<Input.Option> options =
        List.of(values).stream()
            .map(v -> new Input.Option(v, v.toUpperCase(java.util.Locale.ROOT), Optional.empty()))
            .toList();
    return field(name, new Input.Choice(options), When.ALWAYS);
  }

  private static Field when(String name, Map<String, Set<String>> wanted) {
    return field(name, new Input.Name(), new When(wanted));
  }

  private static Field field(String name, Input input, When when) {
    return new Field(
        name,
        "？",
        "项目",
        Optional.empty(),
        input,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        when);
  }
}
