package yibao.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import yibao.kiosk.catalog.Commitment;
import yibao.kiosk.catalog.Region;
import yibao.kiosk.journey.view.Language;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.packs.LoadResult;
import yibao.kiosk.packs.RegionPacks;

/**
 * What is signed is Chinese and stays so; who reads another language has a translation beside it.
 */
class LettersTest {

  /** Where Tibetan is at home. */
  private static final Set<String> TIBETAN = Set.of("qinghai", "gansu");

  private static List<Region> regions;

  private final ViewJson json = new ViewJson();

  @BeforeAll
  static void load() {
    LoadResult result = new RegionPacks(Path.of("../../deploy/regions")).loadAll();
    regions = assertInstanceOf(LoadResult.Loaded.class, result, result::toString).regions();
  }

  @Test
  void a_letter_stays_as_the_region_wrote_it_whatever_is_spoken() throws Exception {
    for (Region region : regions) {
      for (Commitment letter : region.commitments().values()) {
        for (Language language : Language.values()) {
          JsonNode step = shown(letter, letter.paragraphs(), language);
          assertEquals(letter.paragraphs(), texts(step.path("paragraphs")), letter::id);
          assertEquals(letter.title(), step.path("title").textValue());
          assertEquals(letter.digest(), step.path("digest").textValue());
        }
      }
    }
  }

  @Test
  void every_paragraph_has_english_and_where_tibetan_is_at_home_tibetan() throws Exception {
    for (Region region : regions) {
      for (Commitment letter : region.commitments().values()) {
        assertTranslated(region, letter, Language.ENGLISH);
        if (TIBETAN.contains(region.id())) {
          assertTranslated(region, letter, Language.TIBETAN);
        }
      }
    }
  }

  @Test
  void chinese_needs_no_translation() throws Exception {
    Commitment letter = regions.getFirst().commitments().values().iterator().next();
    assertFalse(shown(letter, letter.paragraphs(), Language.CHINESE).has("translation"));
  }

  @Test
  void a_paragraph_that_the_region_words_otherwise_stands_without_one() throws Exception {
    Commitment letter = regions.getFirst().commitments().get("authorisation");
    List<String> reworded = List.of(letter.paragraphs().getFirst(), "二、本委托书三日内有效。");

    List<String> translation = texts(shown(letter, reworded, Language.ENGLISH).path("translation"));

    assertTrue(translation.getFirst().startsWith("1. What I entrust."), translation::toString);
    assertEquals("", translation.getLast());
    assertFalse(shown(letter, List.of("一、另写的一段。"), Language.ENGLISH).has("translation"));
  }

  private void assertTranslated(Region region, Commitment letter, Language language)
      throws Exception {
    List<String> translation =
        texts(shown(letter, letter.paragraphs(), language).path("translation"));
    assertEquals(
        letter.paragraphs().size(), translation.size(), () -> region.id() + " " + letter.id());
    assertFalse(translation.contains(""), () -> region.id() + " " + letter.id() + language);
  }

  private JsonNode shown(Commitment letter, List<String> paragraphs, Language language)
      throws Exception {
    Step step =
        new Step.Commitment(
            letter.title(), letter.version(), letter.digest(), paragraphs, Optional.empty());
    return json.read(json.say(Map.of("step", step), language)).path("step");
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::textValue).toList();
  }
}
