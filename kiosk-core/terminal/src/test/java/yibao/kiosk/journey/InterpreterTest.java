package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.kiosk.catalog.Principal;
import yibao.kiosk.form.Field;
import yibao.kiosk.form.Input;
import yibao.kiosk.journey.view.Language;
import yibao.kiosk.journey.visit.Sentences;

/** What the terminal says comes across in the other languages, and nobody forgot a sentence. */
class InterpreterTest {

  private static final Pattern GAP = Pattern.compile("\\{\\w+}");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  /**
   * How the codes begin of what somebody who reads Tibetan is told: welcome, choosing, identifying,
   * eligibility, papers, commitment and signature, result and paper, leaving, and all that goes
   * wrong. Queries, rating, corrections and what staff read stay Chinese.
   */
  private static final List<String> TIBETAN_PATH =
      List.of(
          "agent.",
          "assurance.",
          "brief.",
          "camera.",
          "card.",
          "closed.",
          "code.",
          "commitment.",
          "credential.",
          "draft.",
          "eligibility.",
          "ending.",
          "face.",
          "form.",
          "insurance.",
          "invoice.",
          "materials.",
          "page.",
          "paper.",
          "platform.",
          "refusal.",
          "result.",
          "sign.",
          "ss-card",
          "visit.",
          "voucher.",
          "wait.",
          "web.");

  private final Interpreter english = Interpreter.into(Language.ENGLISH);

  @Test
  void english_has_every_sentence_chinese_has_and_no_other() {
    assertEquals(Set.of(), missing(Sentences.chinese(), Sentences.in(Language.ENGLISH)));
    assertEquals(Set.of(), missing(Sentences.in(Language.ENGLISH), Sentences.chinese()));
  }

  @Test
  void tibetan_has_no_sentence_chinese_has_not() {
    assertTrue(
        Sentences.chinese().codes().containsAll(Sentences.in(Language.TIBETAN).codes()),
        () -> "surplus: " + Sentences.in(Language.TIBETAN).codes());
  }

  @Test
  void tibetan_has_every_sentence_from_the_welcome_to_the_farewell_and_of_every_fault() {
    Set<String> untold = new TreeSet<>(Sentences.chinese().codes());
    untold.removeIf(code -> TIBETAN_PATH.stream().noneMatch(code::startsWith));
    untold.removeAll(Sentences.in(Language.TIBETAN).codes());

    assertEquals(Set.of(), untold);
  }

  @ParameterizedTest
  @EnumSource(value = Language.class, names = "CHINESE", mode = EnumSource.Mode.EXCLUDE)
  void a_sentence_has_the_same_gaps_in_every_language(Language language) {
    Sentences other = Sentences.in(language);
    for (String code : other.codes()) {
      assertEquals(gaps(Sentences.chinese().written(code)), gaps(other.written(code)), code);
    }
    Sentences.words(language)
        .forEach((chinese, words) -> assertEquals(gaps(chinese), gaps(words), chinese));
  }

  @Test
  void every_sentence_filled_in_chinese_comes_out_filled_in_english() {
    Sentences chinese = Sentences.chinese();
    Sentences other = Sentences.in(Language.ENGLISH);
    Map<String, String> params =
        Map.of(
            "hotline", "0971-0000000",
            "day", "2026-03-02",
            "seconds", "15",
            "count", "10",
            "least", "5",
            "most", "100",
            "terminal", "K-01",
            "title", "示例承诺书",
            "place", "示例市",
            "region", "示例省");
    for (String code : chinese.codes()) {
      String heard = english.interpret(chinese.say(code, params));

      // Two codes may say the same in Chinese; then either sentence will do.
      List<String> right =
          chinese.codes().stream()
              .filter(same -> chinese.written(same).equals(chinese.written(code)))
              .map(same -> other.say(same, params))
              .toList();
      assertTrue(right.contains(heard), () -> code + ": " + heard);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026年12月3日（周四）|2026-12-3 (Thu)",
        "一、基本医疗保险参保和变更登记|Enrolment and changes",
        "（四）基本医疗保险参保人员异地就医备案|Care away from home",
        "身份证或户口簿、社会保障卡，任选其一|"
            + "ID card or household register, social security card (any one of them)",
        "职工基本医疗保险缴费记录|Basic medical insurance for employees: contributions",
        "123.45元|CNY 123.45"
      })
  void fixed_words_are_put_together(String chinese, String said) {
    assertEquals(said, english.interpret(chinese));
  }

  @ParameterizedTest
  @ValueSource(strings = {"示例路一号院二栋", "王*明", "1.《示例法》第五条", "", "138****5678"})
  void what_nobody_wrote_words_for_stays_as_it_is(String text) {
    assertEquals(text, english.interpret(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"qinghai", "gansu", "pingdingshan", "yantai", "ziyang"})
  void every_question_and_name_of_a_region_is_known_in_english(String region, @TempDir Path data) {
    try (FakeHall hall = new FakeHall(region, data, yibao.kiosk.store.Keys.named("k1"))) {
      List<String> unknown =
          Stream.of(
                  hall.site().region().principals().stream()
                      .flatMap(
                          whom ->
                              Stream.concat(
                                  Stream.of(whom.label()),
                                  whom.relations().stream().map(Principal.Relation::label))),
                  hall.site().forms().values().stream()
                      .flatMap(form -> form.fields().stream())
                      .flatMap(InterpreterTest::texts),
                  hall.site().region().offered(hall.site().pool()).stream()
                      .flatMap(item -> Stream.of(item.name(), item.printed().category().name())))
              .flatMap(texts -> texts)
              .distinct()
              .filter(text -> HAN.matcher(english.interpret(text)).find())
              .toList();

      assertEquals(List.of(), unknown);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"qinghai", "gansu", "pingdingshan", "yantai", "ziyang"})
  void every_service_of_a_region_has_a_tibetan_name(String region, @TempDir Path data) {
    Interpreter tibetan = Interpreter.into(Language.TIBETAN);
    try (FakeHall hall = new FakeHall(region, data, yibao.kiosk.store.Keys.named("k1"))) {
      List<String> unknown =
          hall.site().region().offered(hall.site().pool()).stream()
              .flatMap(item -> Stream.of(item.name(), item.printed().category().name()))
              .distinct()
              .filter(text -> HAN.matcher(tibetan.interpret(text)).find())
              .toList();

      assertEquals(List.of(), unknown);
    }
  }

  private static Stream<String> texts(Field field) {
    Stream<String> options =
        field.input() instanceof Input.Choice choice
            ? choice.options().stream()
                .flatMap(option -> Stream.concat(Stream.of(option.label()), option.hint().stream()))
            : Stream.empty();
    return Stream.of(
            Stream.of(field.label(), field.title()),
            field.hint().stream(),
            field.emptyMeans().stream(),
            options)
        .flatMap(texts -> texts);
  }

  private static Set<String> missing(Sentences from, Sentences other) {
    Set<String> codes = new TreeSet<>(from.codes());
    codes.removeAll(other.codes());
    return codes;
  }

  private static TreeSet<String> gaps(String sentence) {
    return GAP.matcher(sentence)
        .results()
        .map(java.util.regex.MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
