package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Ending;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.catalog.Material;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.Step.Paper.Phase;
import yibao.kiosk.store.Keys;
import yibao.templates.DocumentTemplates;

/** Whoever must go to a window takes along every form that the list wants filled in there. */
class BlankPapersTest {
  private static final DocumentTemplates TEMPLATES = DocumentTemplates.load();
  private static final List<String> REGIONS =
      List.of("qinghai", "pingdingshan", "yantai", "ziyang", "gansu");

  @TempDir private Path data;

  @TestFactory
  Stream<DynamicTest> every_form_of_a_case_that_only_a_window_takes_can_be_had_to_fill_in() {
    return REGIONS.stream()
        .flatMap(
            region ->
                FakeHall.region(region).items().stream()
                    .flatMap(
                        item ->
                            item.reading().branches().stream()
                                .filter(branch -> branch.ending() == Ending.GUIDANCE)
                                .filter(branch -> leaves(branch).anyMatch(BlankPapersTest::ours))
                                .map(branch -> test(region, item, branch))));
  }

  private DynamicTest test(String region, ServiceItem item, Branch branch) {
    return DynamicTest.dynamicTest(
        region + " " + item.seq() + " " + item.name() + " " + branch.id(),
        () -> {
          try (FakeHall hall =
              new FakeHall(
                  region, data.resolve(region + item.seq() + branch.id()), Keys.named("k1"))) {
            Optional<Map<String, String>> way = Walker.wayTo(branch, item, hall);
            if (way.isPresent()) {
              List<Choice> had = had(hall, item, way.get());
              leaves(branch)
                  .filter(BlankPapersTest::ours)
                  .filter(leaf -> counts(leaf, hall, way.get()))
                  .forEach(leaf -> assertTrue(has(had, leaf.id()), leaf.name() + " in " + had));
            }
          }
        });
  }

  @Test
  void a_form_to_fill_in_names_nobody_and_is_called_what_the_list_calls_it() throws IOException {
    try (FakeHall hall = new FakeHall("ziyang", data, Keys.named("k1"))) {
      ServiceItem item = item(hall, "employee-change");

      had(hall, item, Walker.wayTo(item.reading().branches().getFirst(), item, hall).get());

      String text = text(hall.sheets.get(1));
      assertTrue(text.contains("基本医疗保险职工参保信息变更登记表"), text);
      assertTrue(text.contains("变更前") && text.contains("申请人（代办人）签名"), text);
      assertFalse(text.contains("null") || text.contains("{{"), text);
    }
  }

  @Test
  void the_record_that_a_birth_elsewhere_wants_can_be_had_before_it_is_handed_in()
      throws IOException {
    try (FakeHall hall = new FakeHall("qinghai", data, Keys.named("k1"))) {
      ServiceItem item = item(hall, "childbirth");
      Branch elsewhere =
          item.reading().branches().stream()
              .filter(
                  branch -> leaves(branch).anyMatch(l -> l.id().equals("maternity-registration")))
              .findFirst()
              .orElseThrow();

      List<Choice> had = had(hall, item, Walker.wayTo(elsewhere, item, hall).get());

      assertEquals(List.of("blank-maternity-registration"), had.stream().map(Choice::id).toList());
      assertTrue(text(hall.sheets.getLast()).contains("青海省城镇职工生育保险备案表"));
    }
  }

  private static ServiceItem item(FakeHall hall, String link) {
    return hall.site().region().items().stream()
        .filter(it -> it.reading().link().filter(link::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  /** Prints the notice, then every form on offer beside it. */
  private static List<Choice> had(FakeHall hall, ServiceItem item, Map<String, String> said)
      throws IOException {
    hall.a4 = true;
    Screen screen = new Screen(hall.journey());
    hall.journey().start();
    screen.answer("{\"item\":" + item.seq() + "}");
    new Walker(hall, screen, said).walkTo(Step.Brief.class);
    screen.answer("{\"choice\":\"print\"}");
    out(hall, screen);
    List<Choice> had = new ArrayList<>();
    for (Optional<Choice> next = blank(screen); next.isPresent(); next = blank(screen)) {
      had.add(next.get());
      screen.answer("{\"choice\":\"" + next.get().id() + "\"}");
      out(hall, screen);
      keep(hall, item, next.get());
    }
    return had;
  }

  private static void out(FakeHall hall, Screen screen) {
    int before = hall.sheets.size();
    screen.await(Step.Paper.class, s -> s.phase() == Phase.PREVIEW);
    screen.answer("{\"choice\":\"print\"}");
    screen.await(
        Step.Paper.class, s -> s.phase() == Phase.PRINTED && hall.sheets.size() == before + 1);
  }

  private static Optional<Choice> blank(Screen screen) {
    return ((Step.Paper) screen.view().step())
        .choices().stream().filter(choice -> choice.id().startsWith("blank-")).findFirst();
  }

  private static boolean has(List<Choice> had, String id) {
    return had.stream().anyMatch(choice -> choice.id().equals("blank-" + id));
  }

  /** Whether our papers hold it: an employer's and an institution's own forms are not ours. */
  private static boolean ours(Material.Leaf leaf) {
    return switch (leaf.kind()) {
      case FORM, CONSENT -> TEMPLATES.ofForm(leaf.id()).isPresent();
      case COMMITMENT -> true;
      case DOCUMENT, CREDENTIAL, BANK_ACCOUNT, OFFICIAL_SEAL, SHARED_DATA -> false;
    };
  }

  private static boolean counts(Material.Leaf leaf, FakeHall hall, Map<String, String> said) {
    Facts facts = Facts.of(hall.site().pool());
    for (Map.Entry<String, String> fact : said.entrySet()) {
      facts = facts.with(fact.getKey(), fact.getValue());
    }
    return !(leaf.when().test(facts) instanceof yibao.kiosk.catalog.Condition.Verdict.Fails);
  }

  private static Stream<Material.Leaf> leaves(Branch branch) {
    return leaves(branch.materials());
  }

  private static Stream<Material.Leaf> leaves(Material material) {
    return switch (material) {
      case Material.AllOf all -> all.parts().stream().flatMap(BlankPapersTest::leaves);
      case Material.AnyOf any -> any.choices().stream().flatMap(BlankPapersTest::leaves);
      case Material.Leaf leaf -> Stream.of(leaf);
    };
  }

  private static String text(byte[] sheet) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(sheet)) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  /** To be looked at. */
  private static void keep(FakeHall hall, ServiceItem item, Choice paper) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "papers"));
    Files.write(
        folder.resolve(hall.site().region().id() + "-" + item.seq() + "-" + paper.id() + ".pdf"),
        hall.sheets.getLast());
  }
}
