package yibao.kiosk.journey.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Ending;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.catalog.Task;
import yibao.kiosk.filing.Filings;
import yibao.kiosk.hardware.DocumentCamera.Presence;
import yibao.kiosk.journey.brief.Briefing;
import yibao.kiosk.journey.brief.Endings;
import yibao.kiosk.journey.ending.FurtherPapers;
import yibao.kiosk.journey.ending.PaperStage;
import yibao.kiosk.journey.ending.Slips;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Agency;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.query.Certificates;

/** What the item needs, how long it takes and how it ends, before anything is asked. */
final class BriefStage implements Stage {

  private static final List<Choice> START =
      List.of(new Choice("print", "打印告知单", false), new Choice("start", "开始办理", true));
  private static final List<Choice> START_OR_AGENT =
      List.of(
          new Choice("print", "打印告知单", false),
          new Choice("agent", "替别人办", false),
          new Choice("start", "开始办理", true));
  private static final List<Choice> ONLY_PRINT = List.of(new Choice("print", "打印告知单", true));

  private final boolean canDo;
  private final boolean papers;
  private final Facts known;
  private Optional<String> closed = Optional.empty();

  /**
   * Tells about the item the visit has chosen.
   *
   * @param canDo whether this terminal carries it out
   * @param papers whether papers have to be laid under the document camera for it
   * @param known what has been asked already
   */
  BriefStage(boolean canDo, boolean papers, Facts known) {
    this.canDo = canDo;
    this.papers = papers;
    this.known = known;
  }

  /** The document camera, where it is needed and not there. */
  private Optional<Presence> lacking(Scene scene) {
    return Optional.of(scene.facilities().documentCamera().presence())
        .filter(presence -> canDo && papers && presence != Presence.READY);
  }

  /** Nobody fills in a form that the terminal could not take. */
  @Override
  public void enter(Scene scene) {
    closed = Optional.empty();
    Filings filings = scene.facilities().filings();
    if (canDo && scene.visit().branch().orElseThrow().task() instanceof Task.Filing) {
      scene.work(
          filings::closedBecause,
          why -> {
            closed = why;
            why.ifPresent(_ -> scene.refresh());
          });
    }
  }

  @Override
  public void failed(Scene scene) {
    // Whether it takes filings is asked once more at 提交.
  }

  /** Whether it ends in a paper that this terminal has no seal for. */
  private static boolean unsealed(Scene scene) {
    return scene.visit().branch().map(Branch::task).stream()
        .filter(Task.Certificate.class::isInstance)
        .map(task -> ((Task.Certificate) task).certificate())
        .flatMap(name -> Certificates.named(name).stream())
        .flatMap(certificate -> certificate.templates().stream())
        .anyMatch(template -> !scene.facilities().papers().issues(template));
  }

  private boolean open(Scene scene) {
    return canDo
        && closed.isEmpty()
        && lacking(scene).filter(presence -> presence == Presence.NONE).isEmpty()
        && !unsealed(scene);
  }

  @Override
  public Pace pace() {
    return Pace.BROWSING;
  }

  @Override
  public Step show(Scene scene) {
    Branch branch = scene.visit().branch().orElseThrow();
    Sentences sentences = scene.facilities().sentences();
    Briefing briefing = Briefing.of(scene, known, open(scene));
    return new Step.Brief(
        branch.ending().key(),
        Endings.label(branch, sentences),
        briefing.ending(sentences),
        briefing.rows(sentences),
        briefing.materials(),
        briefing.stages(),
        briefing.printed(),
        notice(scene, branch.ending()),
        choices(branch, scene));
  }

  private Optional<Notice> notice(Scene scene, Ending ending) {
    return closed
        .map(why -> "closed." + why)
        .or(() -> hindrance(scene, ending))
        .map(code -> notice(scene, code));
  }

  private Optional<String> hindrance(Scene scene, Ending ending) {
    return lacking(scene)
        .map(presence -> presence == Presence.NONE ? "brief.no-camera" : "brief.camera-away")
        .or(() -> canDo && unsealed(scene) ? Optional.of("brief.no-seal") : Optional.empty())
        .or(
            () ->
                canDo || ending == Ending.GUIDANCE
                    ? Optional.empty()
                    : Optional.of("brief.not-here"));
  }

  private static Notice notice(Scene scene, String code) {
    return new Notice(
        code,
        scene
            .facilities()
            .sentences()
            .say(code, Map.of("hotline", scene.facilities().site().pool().hotlines().query())),
        Notice.Tone.INFO);
  }

  private List<Choice> choices(Branch branch, Scene scene) {
    if (!open(scene)) {
      return ONLY_PRINT;
    }
    return Routes.takesAgents(branch) ? START_OR_AGENT : START;
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    switch (Answers.choice(answer, choices(scene.visit().branch().orElseThrow(), scene))) {
      case "print" -> {
        Briefing briefing = Briefing.of(scene, known, open(scene));
        scene.visit().askPaper();
        scene.follow(
            List.of(
                this,
                new PaperStage(
                    at -> Slips.notice(at, briefing), at -> FurtherPapers.instead(at, briefing))));
      }
      case "agent" -> {
        scene.visit().actFor(Agency.BEGUN);
        scene.follow(Routes.forAnother(this, known, scene));
      }
      default -> scene.next();
    }
  }
}
