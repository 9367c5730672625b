package yibao.kiosk.journey.ending;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.System.Logger.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.Step.Rate;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Facilities;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.record.Rating;

/**
 * 好差评, once for each filing or visit, for whoever cares to give one. Whoever walks away has given
 * none. Whoever says why it was bad may leave a number.
 */
public final class RateStage implements Stage {

  /** In which staff must have seen to a bad rating. */
  private static final int ANSWERED_WITHIN = 15;

  private static final System.Logger LOG = System.getLogger(RateStage.class.getName());

  /** Past the question. */
  static final Choice SKIP = new Choice("skip", "不评价", false);

  private static final List<Choice> ONLY_SKIP = List.of(SKIP);
  private static final List<String> REASONS =
      List.of("slow", "guidance", "difficult", "device", "other");

  private final Optional<Integer> given;
  private Optional<Integer> level = Optional.empty();

  /** Asks. */
  public RateStage() {
    this(Optional.empty());
  }

  /**
   * Goes on from a level chosen where it was asked beside something else.
   *
   * @param given 1 to 5
   */
  RateStage(int given) {
    this(Optional.of(given));
  }

  private RateStage(Optional<Integer> given) {
    this.given = given;
  }

  /** Whether the visit may still be rated. */
  static boolean open(Visit visit) {
    return visit.served() && !visit.rated();
  }

  /** From the best down. */
  static List<Rate.Level> levels(Scene scene) {
    Sentences sentences = scene.facilities().sentences();
    return IntStream.iterate(Rating.BEST, i -> i > 0, i -> i - 1)
        .mapToObj(i -> new Rate.Level(i, sentences.say("rate.level." + i)))
        .toList();
  }

  /** The level an answer names. */
  static int level(JsonNode answer) {
    int chosen = answer.path("level").asInt();
    if (chosen < 1 || chosen > Rating.BEST) {
      throw new Misread("level", "a level from 1 to 5");
    }
    return chosen;
  }

  @Override
  public boolean applies(Visit visit) {
    return open(visit);
  }

  @Override
  public void enter(Scene scene) {
    given.ifPresent(chosen -> choose(scene, chosen));
  }

  @Override
  public boolean revisitable() {
    return false;
  }

  @Override
  public Pace pace() {
    return Pace.DONE;
  }

  @Override
  public Step show(Scene scene) {
    Sentences sentences = scene.facilities().sentences();
    return new Rate(
        level.isEmpty() ? Rate.Phase.LEVEL : Rate.Phase.REASONS,
        levels(scene),
        level,
        level.isEmpty()
            ? List.of()
            : REASONS.stream()
                .map(id -> new Rate.Reason(id, sentences.say("rate.reason." + id)))
                .toList(),
        level.map(
            _ ->
                new Notice(
                    "rate.will-answer", sentences.say("rate.will-answer"), Notice.Tone.INFO)),
        ONLY_SKIP);
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    if (level.isPresent() && answer.has("choice")) {
      Answers.choice(answer, ONLY_SKIP);
      rate(scene, List.of());
    } else if (level.isPresent()) {
      offerReply(scene, reasons(answer));
    } else if (answer.has("choice")) {
      Answers.choice(answer, ONLY_SKIP);
      finish(scene);
    } else {
      choose(scene, level(answer));
    }
  }

  private void choose(Scene scene, int chosen) {
    level = Optional.of(chosen);
    if (rating(scene, List.of()).isBad()) {
      scene.refresh();
    } else {
      rate(scene, List.of());
    }
  }

  private static List<String> reasons(JsonNode answer) {
    List<String> given = new ArrayList<>();
    for (JsonNode reason : answer.path("reasons")) {
      if (!REASONS.contains(reason.asText())) {
        throw new Misread("reasons", "some of the reasons offered");
      }
      given.add(reason.asText());
    }
    return given.stream().distinct().toList();
  }

  private Rating rating(Scene scene, List<String> reasons) {
    Visit visit = scene.visit();
    return new Rating(
        visit.filingKey().value(),
        scene.facilities().site().region().id(),
        visit.item().orElseThrow().seq(),
        level.orElseThrow(),
        reasons,
        scene.facilities().time().instant());
  }

  private void rate(Scene scene, List<String> reasons) {
    keep(scene, reasons);
    scene.next();
  }

  private void offerReply(Scene scene, List<String> reasons) {
    Thread keeping = keep(scene, reasons);
    String about = scene.visit().filingKey().value();
    scene.follow(List.of(this, new ContactStage(level.orElseThrow(), about, keeping)));
  }

  /** A rating that cannot be kept is no trouble of the citizen's. */
  private Thread keep(Scene scene, List<String> reasons) {
    scene.visit().rate();
    Rating rating = rating(scene, reasons);
    Facilities facilities = scene.facilities();
    LocalDate answerBy =
        facilities.site().dayCounter().workingDays(facilities.today(), ANSWERED_WITHIN).date();
    return Thread.ofVirtual()
        .name("journey-rating")
        .start(
            () -> {
              try {
                facilities.ratings().rate(rating, answerBy);
              } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "[rating.not-kept] a rating was not kept: {0}", e.getClass());
              }
            });
  }

  private static void finish(Scene scene) {
    scene.visit().rate();
    scene.next();
  }
}
