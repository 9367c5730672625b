package yibao.kiosk.journey.ending;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import yibao.kiosk.catalog.AgentRule;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Commitment;
import yibao.kiosk.catalog.Condition;
import yibao.kiosk.catalog.Material;
import yibao.kiosk.journey.brief.Briefing;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Step.Paper.Medium;
import yibao.kiosk.journey.visit.Facilities;
import yibao.kiosk.journey.visit.Further;
import yibao.kiosk.journey.visit.Printers;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.paper.FormPaper;

/**
 * What the list wants filled in and signed for a case that a window takes: the form, 承诺书, 授权书 and
 * 授权委托书 to fill in by hand.
 */
final class BlankPapers {
  private static final String AUTHORITY = "power-of-attorney";

  private final Scene scene;
  private final Briefing briefing;
  private final Facilities facilities;
  private final SequencedMap<String, Further> papers = new LinkedHashMap<>();

  private BlankPapers(Scene scene, Briefing briefing) {
    this.scene = scene;
    this.briefing = briefing;
    this.facilities = scene.facilities();
  }

  /** What can be had, in the list's order; none of what this terminal asks itself. */
  static List<Further> of(Scene scene, Briefing briefing) {
    Printers printers = scene.facilities().printers();
    if (!printers.ready(Medium.A4) && printers.takeAway().isEmpty()) {
      return List.of();
    }
    BlankPapers blank = new BlankPapers(scene, briefing);
    Branch branch = briefing.notice().branch();
    blank
        .leaves(branch.materials())
        .filter(leaf -> !briefing.here() || leaf.kind() == Material.Kind.DOCUMENT)
        .forEach(blank::add);
    if (!briefing.here() && branch.agent() instanceof AgentRule.Allowed) {
      blank.put("authority", "打印空白委托书", AUTHORITY, Map.of("items", blank.item(), "version", ""));
    }
    return List.copyOf(blank.papers.values());
  }

  private Stream<Material.Leaf> leaves(Material material) {
    if (material.when().test(scene.visit().facts()) instanceof Condition.Verdict.Fails) {
      return Stream.empty();
    }
    return switch (material) {
      case Material.AllOf all -> all.parts().stream().flatMap(this::leaves);
      case Material.AnyOf any -> any.choices().stream().flatMap(this::leaves);
      case Material.Leaf leaf -> Stream.of(leaf);
    };
  }

  private void add(Material.Leaf leaf) {
    Optional<FormPaper> own = facilities.papers().form(leaf.id());
    switch (leaf.kind()) {
      case FORM -> own.ifPresent(paper -> form(leaf, paper));
      case CONSENT -> own.ifPresent(paper -> text(leaf.id(), "打印空白授权书", paper.template()));
      case COMMITMENT -> text(leaf.id(), "打印空白承诺书", "commitment");
      case DOCUMENT -> {
        own.ifPresent(paper -> form(leaf, paper));
        leaf.standIn()
            .filter(_ -> !briefing.here())
            .ifPresent(id -> text(id, "打印空白承诺书", "commitment"));
      }
      case CREDENTIAL, BANK_ACCOUNT, OFFICIAL_SEAL, SHARED_DATA -> {}
    }
  }

  private void form(Material.Leaf leaf, FormPaper paper) {
    String heading = ListedName.of(leaf.name()).orElse(paper.title());
    put(leaf.id(), "打印空白表", paper.template(), Map.of("heading", heading));
  }

  private void text(String id, String label, String template) {
    Commitment text = facilities.site().region().commitments().get(id);
    if (text != null) {
      put(
          id,
          label,
          template,
          Map.of(
              "heading", text.title(),
              "version", text.version(),
              "item", briefing.title(),
              "number", "",
              "signer", "",
              "paragraphs", text.paragraphs().stream().map(p -> Map.of("text", p)).toList()));
    }
  }

  private List<Map<String, String>> item() {
    return List.of(Map.of("text", briefing.title()));
  }

  private void put(String id, String label, String template, Map<String, Object> known) {
    papers.putIfAbsent(
        id,
        new Further(new Choice("blank-" + id, label, false), Slips.blank(scene, template, known)));
  }
}
