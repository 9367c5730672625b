package yibao.kiosk.journey.ending;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import yibao.kiosk.hardware.DeviceStatus;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.PrintOutcome;
import yibao.kiosk.journey.staff.Attendant;
import yibao.kiosk.journey.staff.DeskStage;
import yibao.kiosk.journey.staff.PinStage;
import yibao.kiosk.journey.staff.StaffWatch;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.Step.Paper.Medium;
import yibao.kiosk.journey.view.Step.Paper.Phase;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Further;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Printers;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Slip;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.paper.Paper;
import yibao.kiosk.paper.Papers;
import yibao.kiosk.paper.TakeAway;

/**
 * Puts something on paper: a receipt at once, A4 after it was looked at; says "printed" only when
 * the printer did. Whatever becomes of the paper, what was done before stays done. Whoever has it
 * is asked for a rating on the same screen.
 */
public final class PaperStage implements Stage {
  private static final Choice DONE = new Choice("done", "完成", true);
  private static final Choice NO_PAPER = new Choice("done", "不打印了", false);
  private static final Choice PRINT = new Choice("print", "打印", true);
  private static final Choice PRINT_STILL = new Choice("print", "改为打印", false);
  private static final Choice AGAIN = new Choice("again", "重新打印", true);
  private static final Choice ONE_MORE = new Choice("again", "再打一份", false);
  private static final Choice PAGE = new Choice("page", "只重打这一页", false);
  private static final Choice ON_ROLL = new Choice("roll", "打印在凭条上", false);
  private static final Choice ON_A4 = new Choice("a4", "打印 A4 清单", false);
  private static final Choice PHONE = new Choice("phone", "存到手机", false);

  private final Function<Scene, Slip> wanted;
  private final Function<Scene, List<Further>> further;
  private final List<Further> others = new ArrayList<>();
  private Optional<Slip> slip = Optional.empty();
  private Optional<Paper> paper = Optional.empty();
  private final PhoneOffer phone = new PhoneOffer();
  private Optional<Devices.Subscription> watching = Optional.empty();
  private Medium medium = Medium.ROLL;
  private Phase phase = Phase.PREPARING;
  private String sentence = "paper.preparing";

  private final Copies copies = new Copies();
  private final StaffWatch staff = new StaffWatch();

  /** Counts the papers shown, so that the screen asks for a new picture. */
  private int picture;

  public PaperStage(Function<Scene, Slip> wanted) {
    this(wanted, _ -> List.of());
  }

  /**
   * Puts one thing on paper, and others after it for whoever wants them.
   *
   * @param further asked once, when the first paper is made
   */
  public PaperStage(Function<Scene, Slip> wanted, Function<Scene, List<Further>> further) {
    this.wanted = wanted;
    this.further = further;
  }

  @Override
  public boolean applies(Visit visit) {
    return visit.wantsPaper();
  }

  @Override
  public boolean revisitable() {
    return false;
  }

  @Override
  public Pace pace() {
    return switch (phase) {
      case PREPARING, QUEUED, PRINTING -> Pace.WORKING;
      case PREVIEW -> Pace.READING;
      case TAKE_AWAY -> Pace.FILLING;
      case PRINTED, NOT_PRINTED, PARTLY, UNKNOWN, WITHHELD, TAKEN -> Pace.DONE;
    };
  }

  /** The paper the screen may show, as it will come out. */
  public Optional<Paper> paper() {
    return paper;
  }

  /** The address the screen may show as a QR symbol. */
  public Optional<TakeAway.Link> link() {
    return phone.link();
  }

  @Override
  public void enter(Scene scene) {
    Slip what = wanted.apply(scene);
    slip = Optional.of(what);
    others.clear();
    others.addAll(further.apply(scene));
    medium = scene.facilities().printers().choose(what.media());
    make(scene, made -> shown(scene, made));
  }

  /** Makes a copy; those that may be out already are counted on it. */
  private void make(Scene scene, Consumer<Paper> then) {
    turn(scene, Phase.PREPARING, "paper.preparing");
    Slip what = slip.orElseThrow();
    Medium on = medium;
    int out = copies.out(what, on);
    scene.work(
        () -> what.make(on, out),
        made -> {
          switch (made) {
            case Slip.Made.Ready(Paper ready) -> {
              paper = Optional.of(ready);
              picture++;
              then.accept(ready);
            }
            case Slip.Made.Withheld(String code) -> turn(scene, Phase.WITHHELD, code);
          }
        });
  }

  private void shown(Scene scene, Paper made) {
    // A receipt repeats what the screen has shown; the printer says by itself why it does not
    // print.
    if (medium == Medium.ROLL) {
      print(scene, made);
    } else {
      turn(
          scene,
          Phase.PREVIEW,
          scene.facilities().printers().ready(medium) ? "paper.preview" : "paper.no-printer");
    }
  }

  private void print(Scene scene, Paper made) {
    turn(scene, Phase.QUEUED, "paper.queued");
    Printers printers = scene.facilities().printers();
    Medium on = medium;
    Consumer<List<DeviceStatus>> heard = scene.guarded(statuses -> begun(scene, statuses, on));
    watching = Optional.of(printers.devices().subscribe(heard));
    Papers papers = scene.facilities().papers();
    scene.work(
        () -> {
          PrintOutcome outcome = printers.print(made);
          papers.cameOut(made, word(outcome));
          return outcome;
        },
        outcome -> hear(scene, outcome));
  }

  private static String word(PrintOutcome outcome) {
    return switch (outcome) {
      case PrintOutcome.Printed _ -> "printed";
      case PrintOutcome.NotPrinted _ -> "not-printed";
      case PrintOutcome.Partly _ -> "partly";
      case PrintOutcome.Unknown _ -> "unknown";
    };
  }

  private void begun(Scene scene, List<DeviceStatus> statuses, Medium on) {
    if (phase == Phase.QUEUED && Printers.busy(statuses, on)) {
      turn(scene, Phase.PRINTING, "paper.printing");
    }
  }

  private void hear(Scene scene, PrintOutcome outcome) {
    unwatch();
    switch (outcome) {
      case PrintOutcome.Printed _ -> {
        count();
        turn(scene, Phase.PRINTED, medium == Medium.A4 ? "paper.printed-a4" : "paper.printed");
      }
      case PrintOutcome.NotPrinted(String code) -> {
        turn(scene, Phase.NOT_PRINTED, "paper." + code);
        staff.begin(scene, attendant -> attend(scene, attendant));
      }
      case PrintOutcome.Partly _ -> {
        count();
        turn(scene, Phase.PARTLY, "paper.partly");
      }
      case PrintOutcome.Unknown _ -> {
        count();
        turn(scene, Phase.UNKNOWN, "paper.unknown");
      }
    }
  }

  /** Staff put paper in while the citizen waits for theirs. */
  private void attend(Scene scene, Attendant attendant) {
    scene.interlude(List.of(new PinStage(attendant, Optional.empty()), new DeskStage(attendant)));
  }

  /** What waited is printed, once its printer can. */
  @Override
  public void resumed(Scene scene) {
    if (scene.facilities().printers().ready(medium)) {
      make(scene, made -> print(scene, made));
    } else {
      staff.begin(scene, attendant -> attend(scene, attendant));
    }
  }

  private void turn(Scene scene, Phase now, String code) {
    staff.end();
    phase = now;
    sentence = code;
    if (now == Phase.PRINTED || now == Phase.PARTLY || now == Phase.UNKNOWN) {
      scene.visit().paperCameOut();
    }
    scene.pace();
    scene.refresh();
  }

  @Override
  public void failed(Scene scene) {
    unwatch();
    turn(scene, Phase.NOT_PRINTED, "paper.not-printed");
  }

  @Override
  public Step show(Scene scene) {
    return new Step.Paper(
        phase,
        new Notice(
            sentence,
            scene.facilities().sentences().sayOr(sentence, "paper.not-printed", Map.of()),
            switch (phase) {
              case PREPARING, PREVIEW, QUEUED, PRINTING, TAKE_AWAY -> Notice.Tone.INFO;
              case PRINTED, TAKEN -> Notice.Tone.SUCCESS;
              case NOT_PRINTED, PARTLY, UNKNOWN, WITHHELD -> Notice.Tone.WARNING;
            }),
        medium,
        paper.map(p -> new Step.Paper.Preview(p.title(), p.pages(), picture)),
        phone.link().map(TakeAway.Link::until),
        asksRating(scene) ? RateStage.levels(scene) : List.of(),
        choices(scene));
  }

  /** Whoever has their paper is done but for the rating, which is asked beside it. */
  private boolean asksRating(Scene scene) {
    return (phase == Phase.PRINTED || phase == Phase.TAKEN) && RateStage.open(scene.visit());
  }

  private List<Choice> choices(Scene scene) {
    List<Choice> choices = new ArrayList<>();
    boolean more = slip.filter(it -> copies.more(it, medium)).isPresent();
    switch (phase) {
      case PREPARING, QUEUED, PRINTING -> {}
      case PREVIEW -> {
        choices.add(NO_PAPER);
        offerPhone(choices, scene);
        choices.add(PRINT);
      }
      case PRINTED -> {
        if (more) {
          choices.add(ONE_MORE);
        }
        offerA4(choices, scene);
        offerFurther(choices);
        offerPhone(choices, scene);
        choices.add(asksRating(scene) ? RateStage.SKIP : DONE);
      }
      case NOT_PRINTED -> {
        choices.add(NO_PAPER);
        offerOther(choices, scene);
        offerFurther(choices);
        offerPhone(choices, scene);
        choices.add(AGAIN);
      }
      case PARTLY, UNKNOWN -> {
        choices.add(NO_PAPER);
        if (more && paper.filter(p -> p.pages() > 1).isPresent()) {
          choices.add(PAGE);
        }
        offerPhone(choices, scene);
        if (more) {
          choices.add(AGAIN);
        } else {
          choices.set(0, DONE);
        }
      }
      case TAKE_AWAY -> {
        choices.add(PRINT_STILL);
        choices.add(DONE);
      }
      case WITHHELD, TAKEN -> {
        offerFurther(choices);
        choices.add(asksRating(scene) ? RateStage.SKIP : DONE);
      }
    }
    return choices;
  }

  private void offerPhone(List<Choice> choices, Scene scene) {
    if (paper.isPresent() && PhoneOffer.possible(scene)) {
      choices.add(PHONE);
    }
  }

  /** One at a time, in their order: the bar has room for a few buttons only. */
  private void offerFurther(List<Choice> choices) {
    others.stream().findFirst().map(Further::choice).ifPresent(choices::add);
  }

  private void offerOther(List<Choice> choices, Scene scene) {
    offerA4(choices, scene);
    if (medium == Medium.A4 && canHave(scene, Medium.ROLL)) {
      choices.add(ON_ROLL);
    }
  }

  private void offerA4(List<Choice> choices, Scene scene) {
    if (medium == Medium.ROLL && canHave(scene, Medium.A4)) {
      choices.add(ON_A4);
    }
  }

  private boolean canHave(Scene scene, Medium other) {
    return slip.filter(s -> s.media().contains(other)).isPresent()
        && scene.facilities().printers().ready(other);
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    if (asksRating(scene) && answer.has("level")) {
      scene.follow(List.of(this, new RateStage(RateStage.level(answer))));
      return;
    }
    String chosen = Answers.choice(answer, choices(scene));
    switch (chosen) {
      case "print" -> {
        phone.end();
        print(scene, paper.orElseThrow());
      }
      case "again" -> make(scene, made -> print(scene, made));
      case "page" -> {
        int page = page(answer);
        make(scene, made -> printPage(scene, made, page));
      }
      case "roll" -> turnTo(scene, Medium.ROLL);
      case "a4" -> turnTo(scene, Medium.A4);
      case "phone" -> offer(scene);
      case "skip" -> {
        scene.visit().rate();
        scene.next();
      }
      default ->
          others.stream()
              .filter(other -> other.choice().id().equals(chosen))
              .findFirst()
              .ifPresentOrElse(other -> turnTo(scene, other), scene::next);
    }
  }

  private void turnTo(Scene scene, Medium other) {
    medium = other;
    make(scene, made -> shown(scene, made));
  }

  private void turnTo(Scene scene, Further other) {
    others.remove(other);
    slip = Optional.of(other.slip());
    medium = scene.facilities().printers().choose(other.slip().media());
    make(scene, made -> shown(scene, made));
  }

  private void count() {
    copies.count(slip.orElseThrow(), medium);
  }

  private int page(JsonNode answer) {
    int pages = paper.map(Paper::pages).orElse(0);
    int page = answer.path("page").asInt();
    if (page < 1 || page > pages) {
      throw new Misread("page", "a page from 1 to " + pages);
    }
    return page - 1;
  }

  private void printPage(Scene scene, Paper made, int page) {
    Paper single = made instanceof Paper.OnA4 sheets ? sheets.single(page) : made;
    paper = Optional.of(single);
    print(scene, single);
  }

  private void offer(Scene scene) {
    Consumer<Boolean> taken =
        scene.guarded(
            _ -> {
              phone.end();
              turn(scene, Phase.TAKEN, "paper.taken");
            });
    phone.make(scene, paper.orElseThrow(), () -> taken.accept(true));
    picture++;
    turn(scene, Phase.TAKE_AWAY, "paper.take-away");
  }

  @Override
  public void exit() {
    unwatch();
    paper = Optional.empty();
    phone.end();
  }

  private void unwatch() {
    staff.end();
    watching.ifPresent(Devices.Subscription::close);
    watching = Optional.empty();
  }
}
