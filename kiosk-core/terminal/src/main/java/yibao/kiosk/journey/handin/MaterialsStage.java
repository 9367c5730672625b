package yibao.kiosk.journey.handin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import yibao.kiosk.catalog.Checklist;
import yibao.kiosk.hardware.DocumentCamera;
import yibao.kiosk.hardware.ScanStation.Scanned;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.Step.Materials;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Facilities;
import yibao.kiosk.journey.visit.Folder;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.record.Attachment;
import yibao.kiosk.record.EInvoice;

/** The citizen hands in the papers, page by page, or promises or brings later what may be so. */
public final class MaterialsStage implements Stage {

  private static final Choice TYPE = new Choice("type", "手工输入电子票据", false);
  private static final Choice LIST = new Choice("list", "回到材料清单", false);
  private static final Choice ANYWAY = new Choice("anyway", "不是同一页，留下", false);

  private Optional<String> open = Optional.empty();
  private boolean picking;
  private boolean working;
  private Optional<Notice> notice = Optional.empty();
  private final InvoiceCodes codes = new InvoiceCodes();
  private Optional<TypedInvoice> typed = Optional.empty();

  /** The page just taken that looks like an earlier one, until the citizen has said. */
  private Optional<DocumentCamera.Shot.Taken> doubted = Optional.empty();

  /** What became of a page. */
  private sealed interface Laid {
    /** It was written down, or was not. */
    record Written(Draft.Kept kept) implements Laid {}

    /** It looks like a page that is kept already; whoever handed it over must say. */
    record Doubted(DocumentCamera.Shot.Taken taken) implements Laid {}
  }

  @Override
  public boolean applies(Visit visit) {
    return !HandInList.requirements(visit).isEmpty();
  }

  @Override
  public boolean counted() {
    return true;
  }

  @Override
  public Pace pace() {
    return working ? Pace.WORKING : Pace.FILLING;
  }

  @Override
  public void enter(Scene scene) {
    backToList();
  }

  @Override
  public void exit() {
    codes.close();
  }

  private void backToList() {
    codes.close();
    open = Optional.empty();
    picking = false;
    working = false;
    notice = Optional.empty();
    typed = Optional.empty();
    doubted = Optional.empty();
  }

  private static HandInList list(Scene scene) {
    return HandInList.of(scene.visit(), scene.facilities().site());
  }

  @Override
  public Step show(Scene scene) {
    if (typed.isPresent()) {
      return typed.get().show(scene);
    }
    HandInList list = list(scene);
    List<Materials.Line> lines = list.lines(scene.facilities().sentences());
    Optional<HandInList.Entry> entry = open.flatMap(list::entry);
    if (entry.isEmpty()) {
      return new Materials(
          Materials.Phase.LIST,
          lines,
          Optional.empty(),
          Optional.empty(),
          notice,
          listChoices(list));
    }
    return picking || entry.get().proof().isEmpty()
        ? new Materials(
            Materials.Phase.WAY,
            lines,
            Optional.of(OpenPaper.shown(scene, entry.get(), picking, working)),
            Optional.empty(),
            notice,
            List.of(LIST))
        : new Materials(
            Materials.Phase.SCAN,
            lines,
            Optional.of(OpenPaper.shown(scene, entry.get(), picking, working)),
            scene.facilities().documentCamera().lens().map(lens -> new Step.Camera(lens.label())),
            notice,
            scanChoices(scene, entry.get()));
  }

  private static List<Choice> listChoices(HandInList list) {
    var choices = new ArrayList<Choice>();
    if (!list.scanned().isEmpty()) {
      choices.add(new Choice("keep", "先存着，改天接着办", false));
    }
    if (list.isComplete()) {
      choices.add(new Choice("next", "下一步", true));
    }
    return choices;
  }

  private List<Choice> scanChoices(Scene scene, HandInList.Entry entry) {
    if (working) {
      return List.of();
    }
    var choices = new ArrayList<Choice>();
    if (doubted.isPresent()) {
      choices.add(ANYWAY);
    }
    boolean some = entry.pages() > 0;
    if (some) {
      choices.add(new Choice("shoot", "再拍一页", false));
      choices.add(new Choice("done", "这份拍完了", true));
    } else {
      choices.add(LIST);
      choices.add(new Choice("shoot", "拍这一页", true));
    }
    if (entry.proof().filter(proof -> InvoiceCodes.may(proof.id(), scene)).isPresent()) {
      choices.add(TYPE);
    }
    if (!some && mayComeLater(scene, entry)) {
      choices.add(new Choice("later", "以后补交", false));
    }
    if (!some && entry.hasChoice()) {
      choices.add(new Choice("way", "换一种证明", false));
    }
    return choices;
  }

  private static boolean mayComeLater(Scene scene, HandInList.Entry entry) {
    return scene.visit().supplement().isEmpty()
        && entry.proof().orElseThrow() instanceof Checklist.Paper paper
        && scene.facilities().site().pool().counters().mayComeLater(paper);
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    if (working) {
      throw new Misread("step", "nothing while a page is being taken");
    }
    HandInList list = list(scene);
    Optional<HandInList.Entry> entry = open.flatMap(list::entry);
    if (typed.isPresent()) {
      answerTyped(scene, entry.orElseThrow(), typed.get().answer(scene, answer));
    } else if (entry.isEmpty()) {
      answerList(scene, list, answer);
    } else if (picking || entry.get().proof().isEmpty()) {
      answerWay(scene, entry.get(), answer);
    } else {
      answerScan(scene, entry.get(), answer);
    }
    attend(scene);
  }

  /** Codes are read as long as a paper lies open that may be handed in by its code. */
  private void attend(Scene scene) {
    Optional<String> paper =
        open.filter(_ -> !picking && typed.isEmpty())
            .flatMap(id -> list(scene).entry(id))
            .flatMap(HandInList.Entry::proof)
            .map(Checklist.Proof::id)
            .filter(id -> InvoiceCodes.reads(id, scene));
    paper.ifPresentOrElse(id -> codes.open(scene, code -> heard(scene, id, code)), codes::close);
  }

  private void heard(Scene scene, String paper, Scanned code) {
    if (working || typed.isPresent()) {
      return;
    }
    EInvoice.read(code.text())
        .ifPresentOrElse(
            invoice -> take(scene, paper, invoice, false),
            () -> tell(scene, "invoice.no-code", Map.of()));
  }

  private void take(Scene scene, String paper, EInvoice invoice, boolean byHand) {
    if (scene.visit().folder().holds(invoice)) {
      tell(scene, "invoice.duplicate", Map.of("number", invoice.number()));
      return;
    }
    Facilities facilities = scene.facilities();
    take(
        scene,
        paper,
        () -> InvoiceCodes.page(invoice, byHand, facilities),
        page -> scene.visit().folder().add(page, invoice),
        _ -> true);
  }

  private void answerTyped(Scene scene, HandInList.Entry entry, TypedInvoice.Heard heard) {
    switch (heard) {
      case TypedInvoice.Heard.More _ -> scene.refresh();
      case TypedInvoice.Heard.GivenUp _ -> {
        typed = Optional.empty();
        scene.refresh();
      }
      case TypedInvoice.Heard.Whole(EInvoice invoice) -> {
        typed = Optional.empty();
        take(scene, entry.proof().orElseThrow().id(), invoice, true);
      }
    }
  }

  private void answerList(Scene scene, HandInList list, JsonNode answer) {
    if (answer.has("open")) {
      HandInList.Entry entry =
          list.entry(Answers.text(answer, "open"))
              .orElseThrow(() -> new Misread("open", "one of the lines"));
      open = Optional.of(entry.id());
      picking = entry.state() == Materials.State.PROMISED && entry.hasChoice();
      notice = Optional.empty();
      if (entry.state() == Materials.State.PROMISED && !entry.hasChoice()) {
        open = Optional.empty();
        notice = told(scene, "materials.signed-later", Notice.Tone.INFO, Map.of());
      }
      scene.refresh();
      return;
    }
    if (Answers.choice(answer, listChoices(list)).equals("keep")) {
      scene.visit().keepDraft();
      scene.leave(Scene.Leaving.KEPT);
    } else {
      scene.next();
    }
  }

  private void answerWay(Scene scene, HandInList.Entry entry, JsonNode answer) {
    if (answer.has("way")) {
      String wanted = Answers.text(answer, "way");
      int way =
          IntStream.range(0, entry.requirement().ways().size())
              .filter(i -> Integer.toString(i).equals(wanted))
              .findFirst()
              .orElseThrow(() -> new Misread("way", "one of the ways"));
      scene.visit().folder().pick(entry.requirement().id(), way);
      picking = false;
      open =
          entry.requirement().ways().get(way).promisesOnly()
              ? Optional.empty()
              : Optional.of(entry.requirement().id());
    } else {
      Answers.choice(answer, List.of(LIST));
      backToList();
    }
    scene.refresh();
  }

  private void answerScan(Scene scene, HandInList.Entry entry, JsonNode answer) {
    Checklist.Proof proof = entry.proof().orElseThrow();
    if (answer.has("turn")) {
      turn(scene, Answers.text(answer, "turn"));
      return;
    }
    if (answer.has("remove")) {
      scene
          .visit()
          .folder()
          .remove(Answers.text(answer, "remove"))
          .orElseThrow(() -> new Misread("remove", "one of the pages"));
      notice = Optional.empty();
      doubted = Optional.empty();
      keep(scene);
      return;
    }
    String chosen = Answers.choice(answer, scanChoices(scene, entry));
    Optional<DocumentCamera.Shot.Taken> lookedAlike = doubted;
    doubted = Optional.empty();
    switch (chosen) {
      case "shoot" -> shoot(scene, proof.id());
      case "anyway" -> keepDoubted(scene, proof.id(), lookedAlike.orElseThrow());
      case "later" -> {
        scene.visit().folder().bringLater(proof.id());
        backToList();
        scene.refresh();
      }
      case "type" -> {
        typed = Optional.of(new TypedInvoice());
        notice = Optional.empty();
        scene.refresh();
      }
      case "way" -> {
        picking = true;
        scene.refresh();
      }
      default -> {
        backToList();
        scene.refresh();
      }
    }
  }

  private void shoot(Scene scene, String paper) {
    Folder folder = scene.visit().folder();
    SeenPages seen = new SeenPages(folder.looks());
    take(
        scene,
        paper,
        scene.facilities().documentCamera()::shoot,
        page -> seen.last().ifPresentOrElse(look -> folder.add(page, look), () -> folder.add(page)),
        seen::isNew);
  }

  private void keepDoubted(Scene scene, String paper, DocumentCamera.Shot.Taken taken) {
    Folder folder = scene.visit().folder();
    SeenPages seen = new SeenPages(List.of());
    take(
        scene,
        paper,
        () -> taken,
        page -> seen.last().ifPresentOrElse(look -> folder.add(page, look), () -> folder.add(page)),
        seen::isNew);
  }

  /** Turns a page a quarter, as often as it takes until it stands upright. */
  private void turn(Scene scene, String id) {
    Folder folder = scene.visit().folder();
    Attachment page =
        folder
            .page(id)
            .filter(it -> !folder.isInvoice(it))
            .orElseThrow(() -> new Misread("turn", "one of the pages from the camera"));
    doubted = Optional.empty();
    begin(scene);
    Facilities facilities = scene.facilities();
    Draft draft = Draft.of(scene);
    scene.work(
        () -> TurnedPage.keep(facilities, draft, page),
        turned -> {
          working = false;
          if (turned.isPresent()) {
            folder.replace(page, turned.get());
            scene.pace();
            scene.refresh();
          } else {
            tell(scene, "page.not-turned", Map.of());
          }
        });
  }

  /** Takes a page of a paper, from wherever it comes, unless there are too many already. */
  private void take(
      Scene scene,
      String paper,
      Supplier<DocumentCamera.Shot> source,
      Consumer<Attachment> into,
      Predicate<DocumentCamera.Shot.Taken> isNew) {
    Folder folder = scene.visit().folder();
    if (folder.pages(paper).size() >= Folder.MOST_PAGES) {
      tell(scene, "page.too-many", Map.of("most", Integer.toString(Folder.MOST_PAGES)));
      return;
    }
    if (folder.pages().size() >= Folder.MOST_PAGES_IN_ALL) {
      tell(
          scene,
          "page.too-many-in-all",
          Map.of("most", Integer.toString(Folder.MOST_PAGES_IN_ALL)));
      return;
    }
    begin(scene);
    Facilities facilities = scene.facilities();
    Draft draft = Draft.of(scene);
    scene.work(
        () ->
            switch (source.get()) {
              case DocumentCamera.Shot.Taken taken ->
                  isNew.test(taken) || draft.holds(taken)
                      ? new Laid.Written(Draft.keep(facilities, draft, paper, taken))
                      : new Laid.Doubted(taken);
              case DocumentCamera.Shot.NotTaken(String code) ->
                  new Laid.Written(new Draft.Kept.NotKept(code));
            },
        laid -> {
          working = false;
          switch (laid) {
            case Laid.Written(Draft.Kept.Page(Attachment page)) -> {
              into.accept(page);
              notice = Optional.empty();
              scene.pace();
              scene.refresh();
            }
            case Laid.Doubted(DocumentCamera.Shot.Taken taken) -> {
              doubted = Optional.of(taken);
              tell(scene, "page.alike", Map.of());
            }
            case Laid.Written(Draft.Kept.NotKept(String code)) -> tell(scene, code, Map.of());
          }
        });
  }

  /** Writes the folder down as it is now. */
  private void keep(Scene scene) {
    begin(scene);
    Facilities facilities = scene.facilities();
    Draft draft = Draft.of(scene);
    scene.work(
        () -> {
          draft.save(facilities);
          return true;
        },
        _ -> {
          working = false;
          scene.pace();
          scene.refresh();
        });
  }

  private void begin(Scene scene) {
    working = true;
    notice = Optional.empty();
    scene.pace();
    scene.refresh();
  }

  private void tell(Scene scene, String code, Map<String, String> params) {
    notice = told(scene, code, Notice.Tone.WARNING, params);
    scene.pace();
    scene.refresh();
  }

  private static Optional<Notice> told(
      Scene scene, String code, Notice.Tone tone, Map<String, String> params) {
    return Optional.of(
        new Notice(
            code, scene.facilities().sentences().sayOr(code, "page.not-taken", params), tone));
  }

  @Override
  public void failed(Scene scene) {
    working = false;
    doubted = Optional.empty();
    tell(scene, "page.not-kept", Map.of());
  }
}
