package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.catalog.Material;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.catalog.Subject;
import yibao.kiosk.catalog.Task;
import yibao.kiosk.identity.IdentityDocument;
import yibao.kiosk.identity.Sex;
import yibao.kiosk.identity.Validity;
import yibao.kiosk.journey.route.Routes;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.Step.Paper.Phase;
import yibao.kiosk.platform.FilingReply;
import yibao.kiosk.platform.PersonFound;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.record.InsuredPerson;
import yibao.kiosk.store.Keys;

/** What was filled in and signed can be had on paper, as it was filled in and signed. */
class SignedPapersTest {
  private static final Path LOOKED_AT = Path.of("target", "papers");

  @TempDir private Path data;

  /** Each form with each way to fill it in, once, and each set of promises. */
  @TestFactory
  Stream<DynamicTest> every_form_and_promise_of_the_lists() {
    Set<String> had = new HashSet<>();
    return Stream.of("qinghai", "pingdingshan", "yantai", "ziyang", "gansu")
        .flatMap(
            region ->
                FakeHall.region(region).items().stream()
                    .filter(item -> item.reading().subject() == Subject.CITIZEN)
                    .flatMap(
                        item ->
                            item.reading().branches().stream()
                                .filter(branch -> branch.task() instanceof Task.Filing)
                                .filter(branch -> had.add(kind(branch)))
                                .map(branch -> test(region, item, branch))));
  }

  private static String kind(Branch branch) {
    Task.Filing filing = (Task.Filing) branch.task();
    List<String> signed =
        leaves(branch.materials())
            .filter(
                leaf ->
                    switch (leaf.kind()) {
                      case FORM, COMMITMENT, CONSENT -> true;
                      default -> false;
                    })
            .map(Material.Leaf::id)
            .toList();
    return filing.form() + filing.values() + signed;
  }

  private static Stream<Material.Leaf> leaves(Material material) {
    return switch (material) {
      case Material.AllOf all -> all.parts().stream().flatMap(SignedPapersTest::leaves);
      case Material.AnyOf any -> any.choices().stream().flatMap(SignedPapersTest::leaves);
      case Material.Leaf leaf -> Stream.of(leaf);
    };
  }

  private DynamicTest test(String region, ServiceItem item, Branch branch) {
    return DynamicTest.dynamicTest(
        region + " " + item.seq() + " " + item.name() + " " + branch.id(),
        () -> handIn(region, item, branch));
  }

  private void handIn(String region, ServiceItem item, Branch branch) throws IOException {
    Path own = data.resolve(region + item.seq() + branch.id());
    try (FakeHall hall = new FakeHall(region, own, Keys.named("k1"))) {
      hall.a4 = true;
      Optional<Map<String, String>> way = Walker.wayTo(branch, item, hall);
      boolean open =
          way.isPresent() && Routes.canDo(branch, Facts.of(hall.site().pool()), hall.site());
      boolean actsOnEarlier = ((Task.Filing) branch.task()).form().equals("relocationChange");
      if (!open || actsOnEarlier) {
        return;
      }
      FilingState state =
          branch.intake() == Branch.Intake.ACCEPTED ? FilingState.ACCEPTED : FilingState.RECEIVED;
      hall.filingReply = new FilingReply.Taken("SL1", state);
      boolean newcomer =
          hall.site().form(((Task.Filing) branch.task()).form()).orElseThrow().takesNewcomers();
      InsuredPerson insured = EveryHandInTest.insuredTwice(hall);
      hall.personReply =
          new Reply.Answered<>(new PersonFound.Known(newcomer ? uninsured(insured) : insured));
      Screen screen = new Screen(hall.journey());
      Map<String, String> said = new HashMap<>(way.get());
      said.put("residence", "310101");
      new Walker(hall, screen, said).walk(item);
      hall.slot.pull();
      FilingDraft draft = hall.received.getFirst();

      screen.answer("{\"choice\":\"print\"}");
      List<String> had = new ArrayList<>();
      for (Optional<Choice> next = further(screen); next.isPresent(); next = further(screen)) {
        String text = print(hall, screen, next.get());
        had.add(next.get().id());
        keep(region + "-" + item.seq() + "-" + branch.id() + "-" + had.getLast(), hall);
        assertTrue(text.contains(draft.personName()), text);
        if (had.getLast().equals("paper-form")) {
          everyAnswerIsOnIt(text, draft, hall);
        }
      }

      boolean named = leaves(branch.materials()).anyMatch(l -> l.kind() == Material.Kind.FORM);
      assertEquals(named, had.contains("paper-form"), "form");
      assertEquals(
          draft.commitment().isPresent(),
          had.stream().anyMatch(id -> !id.equals("paper-form")),
          "promise");
    }
  }

  private static InsuredPerson uninsured(InsuredPerson person) {
    return new InsuredPerson(
        person.personNumber(),
        person.name(),
        person.certificateNumber(),
        person.birth(),
        person.phone(),
        person.address(),
        List.of());
  }

  private static void everyAnswerIsOnIt(String text, FilingDraft draft, FakeHall hall) {
    Stream.of("address", "hospital", "diseaseName", "employer", "accountName", "bankAccount")
        .flatMap(field -> Optional.ofNullable(draft.values().get(field)).stream())
        .forEach(value -> assertTrue(text.contains(value), value + " in " + text));
    Stream.of("begin", "end", "event", "from", "until", "diagnosedOn", "happened", "joined")
        .flatMap(field -> Optional.ofNullable(draft.values().get(field)).stream())
        .map(LocalDate::parse)
        .forEach(
            day ->
                assertTrue(
                    text.contains(
                            "%d年%d月%d日"
                                .formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth()))
                        || text.contains(day.toString()),
                    day + " in " + text));
    assertFalse(hall.sheets.isEmpty());
  }

  @Test
  void an_authority_shows_both_hands_and_the_words_that_were_signed() throws IOException {
    try (FakeHall hall = new FakeHall("ziyang", data, Keys.named("k1"))) {
      hall.a4 = true;
      hall.filingReply = new FilingReply.Taken("SL1", FilingState.ACCEPTED);
      Screen screen = new Screen(hall.journey());
      int seq = hall.site().region().linked("high-value-drug").getFirst().seq();
      hall.journey().start();
      screen.answer("{\"item\":" + seq + "}");
      screen.await(Step.Brief.class);
      screen.answer("{\"choice\":\"agent\"}");
      screen.answer("{\"value\":\"adult\"}");
      screen.answer("{\"value\":\"child\"}");
      lay(hall, screen, agent());
      screen.await(Step.Question.class, question -> question.field().equals("agentPhone"));
      screen.answer("{\"value\":\"13912345678\"}");
      lay(hall, screen, FakeHall.card());
      Walker walker = new Walker(hall, screen, Map.of());
      walker.walkTo(Step.Materials.class);
      screen.answer("{\"open\":\"power-of-attorney\"}");
      screen.answer("{\"way\":\"1\"}");
      walker.walkTo(Step.Sign.class);
      screen.answer(Walker.STROKES);
      screen.await(Step.Sign.class, sign -> sign.text().contains("认定表"));
      walker.walkTo(Step.Result.class);
      screen.answer("{\"choice\":\"print\"}");

      Choice authority = further(screen).orElseThrow();
      while (!authority.id().equals("paper-authorisation")) {
        print(hall, screen, authority);
        authority = further(screen).orElseThrow();
      }
      String text = print(hall, screen, authority);
      keep("authority", hall);

      assertTrue(text.contains("欧阳若兰") && text.contains("李示例") && text.contains("子女"), text);
      String signed =
          hall.site().region().commitments().get("authorisation").paragraphs().getFirst();
      assertTrue(text.contains(signed.substring(0, 20)), text);
      assertEquals(2, strokes(hall), "each signature is one line of two points");
    }
  }

  @Test
  void another_copy_of_one_paper_says_nothing_of_another() throws IOException {
    try (FakeHall hall = new FakeHall("ziyang", data, Keys.named("k1"))) {
      hall.a4 = true;
      hall.filingReply = new FilingReply.Taken("SL1", FilingState.ACCEPTED);
      Screen screen = new Screen(hall.journey());
      ServiceItem item = hall.site().region().linked("high-value-drug").getFirst();
      new Walker(hall, screen, Map.of()).walk(item);
      screen.answer("{\"choice\":\"print\"}");
      Choice form = further(screen).orElseThrow();

      String first = print(hall, screen, form);
      screen.answer("{\"choice\":\"again\"}");
      screen.await(Step.Paper.class, s -> s.phase() == Phase.PRINTED && hall.sheets.size() == 2);
      String second = text(hall);

      assertFalse(first.contains("重打"), first);
      assertTrue(second.contains("重打1"), second);
    }
  }

  @Test
  void every_filing_of_a_visit_has_its_own_papers() throws IOException {
    try (FakeHall hall = new FakeHall("pingdingshan", data, Keys.named("k1"))) {
      hall.a4 = true;
      hall.filingReply = new FilingReply.Taken("SL0001", FilingState.RECEIVED);
      Screen screen = new Screen(hall.journey());
      Map<String, String> said =
          Map.of(
              "settled",
              "false",
              "birthPlace",
              "elsewhere",
              "invoice",
              "paper",
              "visit",
              "inpatient");
      new Walker(hall, screen, said).walk(linked(hall, "childbirth"));
      hall.filingReply = new FilingReply.Taken("SL0002", FilingState.RECEIVED);
      screen.answer("{\"choice\":\"alongside\"}");
      screen.answer("{\"value\":\"" + linked(hall, "prenatal").seq() + "\"}");
      new Walker(hall, screen, said).another("prenatal").walkTo(Step.Result.class);
      screen.answer("{\"choice\":\"print\"}");
      hall.slot.pull();

      List<String> forms = new ArrayList<>();
      for (Optional<Choice> next = further(screen); next.isPresent(); next = further(screen)) {
        String text = print(hall, screen, next.get());
        if (next.get().id().startsWith("paper-form")) {
          forms.add(text);
        }
      }

      assertEquals(2, forms.size());
      assertTrue(forms.getFirst().contains("SL0001"), forms.getFirst());
      assertTrue(forms.getLast().contains("SL0002"), forms.getLast());
    }
  }

  private static ServiceItem linked(FakeHall hall, String link) {
    return hall.site().region().linked(link).getFirst();
  }

  private static IdentityDocument agent() {
    return new IdentityDocument.ResidentCard(
        "李示例",
        "110105197501010026",
        Sex.FEMALE,
        LocalDate.of(1975, 1, 1),
        new Validity(LocalDate.of(2020, 1, 1), Optional.empty()),
        "汉",
        "示例路2号");
  }

  private static void lay(FakeHall hall, Screen screen, IdentityDocument card) {
    hall.cards.lay(card);
    screen.confirm();
  }

  private static Optional<Choice> further(Screen screen) {
    return screen.await(Step.Paper.class, s -> s.phase() == Phase.PRINTED).choices().stream()
        .filter(choice -> choice.id().startsWith("paper-"))
        .findFirst();
  }

  private static String print(FakeHall hall, Screen screen, Choice wanted) throws IOException {
    int before = hall.sheets.size();
    screen.answer("{\"choice\":\"" + wanted.id() + "\"}");
    screen.await(Step.Paper.class, s -> s.phase() == Phase.PREVIEW);
    screen.answer("{\"choice\":\"print\"}");
    screen.await(
        Step.Paper.class, s -> s.phase() == Phase.PRINTED && hall.sheets.size() == before + 1);
    return text(hall);
  }

  private static String text(FakeHall hall) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(hall.sheets.getLast())) {
      return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
    }
  }

  /** How many lines are stroked with a round pen; there is no picture on the page. */
  private static long strokes(FakeHall hall) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(hall.sheets.getLast())) {
      long lines = 0;
      for (PDPage page : pdf.getPages()) {
        for (var name : page.getResources().getXObjectNames()) {
          var object = page.getResources().getXObject(name);
          assertFalse(object instanceof PDImageXObject, "a signature is no picture");
          if (object instanceof org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject form) {
            String content = new String(form.getContentStream().toByteArray());
            lines += content.lines().filter(line -> line.strip().equals("1 J")).count();
          }
        }
      }
      return lines;
    }
  }

  private static void keep(String name, FakeHall hall) throws IOException {
    Files.createDirectories(LOOKED_AT);
    try (PDDocument pdf = Loader.loadPDF(hall.sheets.getLast())) {
      javax.imageio.ImageIO.write(
          new PDFRenderer(pdf).renderImageWithDPI(0, 60),
          "png",
          LOOKED_AT.resolve(name + ".png").toFile());
    }
  }
}
