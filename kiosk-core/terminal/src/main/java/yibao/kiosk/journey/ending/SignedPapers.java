package yibao.kiosk.journey.ending;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import yibao.kiosk.catalog.Commitment;
import yibao.kiosk.catalog.Condition;
import yibao.kiosk.catalog.Material;
import yibao.kiosk.filing.SubmitOutcome;
import yibao.kiosk.form.Field;
import yibao.kiosk.form.Input;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.journey.handin.HandInList;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Step.Paper.Medium;
import yibao.kiosk.journey.visit.Facilities;
import yibao.kiosk.journey.visit.Further;
import yibao.kiosk.journey.visit.Printers;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.paper.FormPaper;
import yibao.kiosk.record.SignedCommitment;

/**
 * The papers that a filing consists of, as the citizen filled them in and signed them: the form
 * where the list names one, every 承诺书 and 授权书, the 授权委托书.
 */
public final class SignedPapers {
  private final Scene scene;
  private final Sheet sheet;
  private final Visit visit;
  private final Facilities facilities;
  private final Map<String, Object> known;

  private SignedPapers(Scene scene, Sheet sheet) {
    this.scene = scene;
    this.sheet = sheet;
    this.visit = scene.visit();
    this.facilities = scene.facilities();
    this.known = SignedBy.fields(scene, sheet);
  }

  /** What can be had of this visit, in the order it was filed; nothing where no page can be had. */
  public static List<Further> of(Scene scene, Sheet sheet) {
    Printers printers = scene.facilities().printers();
    if (!printers.ready(Medium.A4) && printers.takeAway().isEmpty()) {
      return List.of();
    }
    List<Further> papers = new ArrayList<>();
    for (Visit.Filed filed : scene.visit().filed()) {
      filed.papers().forEach(paper -> papers.add(numbered(paper, filed)));
    }
    papers.addAll(ofFiling(scene, sheet));
    return papers;
  }

  /** What the filing that has just ended consists of; nothing where it was not handed in. */
  public static List<Further> ofFiling(Scene scene, Sheet sheet) {
    return scene.visit().outcome().filter(SignedPapers::handedIn).isPresent()
        ? new SignedPapers(scene, sheet).all()
        : List.of();
  }

  /** The same paper of several filings has a button of its own in each. */
  private static Further numbered(Further paper, Visit.Filed filed) {
    Choice choice = paper.choice();
    return new Further(
        new Choice(choice.id() + "-" + filed.item().seq(), choice.label(), choice.primary()),
        paper.slip());
  }

  private static boolean handedIn(SubmitOutcome outcome) {
    return switch (outcome) {
      case SubmitOutcome.Finished _,
          SubmitOutcome.Accepted _,
          SubmitOutcome.Unconfirmed _,
          SubmitOutcome.NotSentYet _,
          SubmitOutcome.Parked _ ->
          true;
      case SubmitOutcome.AlreadyFiled _, SubmitOutcome.Refused _, SubmitOutcome.NotTaken _ -> false;
    };
  }

  private List<Further> all() {
    List<Further> papers = new ArrayList<>();
    leaves(visit.branch().orElseThrow().materials())
        .filter(leaf -> leaf.kind() == Material.Kind.FORM)
        .findFirst()
        .flatMap(leaf -> form(leaf))
        .ifPresent(papers::add);
    for (SignedCommitment signed : visit.promises()) {
      Commitment text = facilities.site().region().commitments().get(signed.id());
      if (text != null && text.digest().equals(signed.digest())) {
        papers.add(signed.id().equals(HandInList.AUTHORISATION) ? authority(text) : promise(text));
      }
    }
    return papers;
  }

  /** The leaves that count in this case. */
  private Stream<Material.Leaf> leaves(Material material) {
    if (material.when().test(visit.facts()) instanceof Condition.Verdict.Fails) {
      return Stream.empty();
    }
    return switch (material) {
      case Material.AllOf all -> all.parts().stream().flatMap(this::leaves);
      case Material.AnyOf any -> any.choices().stream().flatMap(this::leaves);
      case Material.Leaf leaf -> Stream.of(leaf);
    };
  }

  private Optional<Further> form(Material.Leaf leaf) {
    return facilities
        .papers()
        .form(leaf.id())
        .map(
            paper -> {
              Map<String, Object> fields = paper.fields(known, answers());
              String title = ListedName.of(leaf.name()).orElse(paper.title());
              fields.put("heading", title);
              return further("form", "打印登记表", paper.template(), fields);
            });
  }

  private SequencedMap<String, FormPaper.Answer> answers() {
    SequencedMap<String, FormPaper.Answer> answers = new LinkedHashMap<>();
    for (Field field : sheet.standing(visit.values())) {
      answer(field).ifPresent(answer -> answers.put(field.name(), answer));
    }
    return answers;
  }

  private Optional<FormPaper.Answer> answer(Field field) {
    return sheet
        .knownLabel(field)
        .map(
            label ->
                new FormPaper.Answer(
                    field.title(),
                    isWord(field.input()) ? label : sheet.knownValue(field).orElseThrow(),
                    label,
                    Optional.empty()))
        .or(
            () ->
                visit
                    .entry(field.name())
                    .filter(entry -> !entry.value().isEmpty())
                    .map(
                        entry ->
                            new FormPaper.Answer(
                                field.title(),
                                isWord(field.input()) ? entry.label() : entry.value(),
                                entry.label(),
                                entry.replaced())));
  }

  /** Whether its value is a code that stands for what people read. */
  private static boolean isWord(Input input) {
    return switch (input) {
      case Input.Choice _, Input.Place _, Input.Month _, Input.FilingOnRecord _ -> true;
      case Input.Date _,
          Input.Phone _,
          Input.Digits _,
          Input.Text _,
          Input.Name _,
          Input.CitizenNumber _,
          Input.BankAccount _,
          Input.Money _,
          Input.Count _ ->
          false;
    };
  }

  private Further promise(Commitment text) {
    Map<String, Object> fields = text(text);
    fields.put("heading", text.title());
    // A 承诺书 may be called what its form is called; only a 授权书 has a page of its own.
    Optional<FormPaper> own =
        leaves(visit.branch().orElseThrow().materials())
                .anyMatch(l -> l.kind() == Material.Kind.CONSENT && l.id().equals(text.id()))
            ? facilities.papers().form(text.id())
            : Optional.empty();
    if (own.isPresent()) {
      fields.put("members", List.of(SignedBy.member(known)));
    }
    return further(
        text.id(),
        own.isPresent() ? "打印授权书" : "打印承诺书",
        own.map(FormPaper::template).orElse("commitment"),
        fields);
  }

  private Further authority(Commitment text) {
    Map<String, Object> fields = text(text);
    fields.putAll(SignedBy.authority(scene));
    fields.put("items", List.of(Map.of("text", visit.item().orElseThrow().name())));
    return further(text.id(), "打印委托书", "power-of-attorney", fields);
  }

  private Map<String, Object> text(Commitment text) {
    Map<String, Object> fields = new HashMap<>(known);
    fields.put("version", text.version());
    fields.put(
        "paragraphs", text.paragraphs().stream().map(p -> Map.of("text", (Object) p)).toList());
    return fields;
  }

  private Further further(String id, String label, String template, Map<String, Object> fields) {
    return new Further(
        new Choice("paper-" + id, label, false), Slips.document(scene, template, fields));
  }
}
