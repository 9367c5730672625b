package yibao.kiosk.journey.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Step;

/** A wait step that says how long it has been going on, every five seconds. */
public final class Waiting {

  private static final Duration BEAT = Duration.ofSeconds(5);

  private final Step.Wait.Doing doing;
  private final String sentence;
  private final List<Choice> onceLong;
  private Instant since = Instant.EPOCH;
  private Optional<Timekeeper.Alarm> beat = Optional.empty();

  /**
   * A wait nobody can cut short.
   *
   * @param sentence code of the sentence at first; with {@code -long} appended, of the one after
   *     five seconds
   */
  public Waiting(Step.Wait.Doing doing, String sentence) {
    this(doing, sentence, List.of());
  }

  /**
   * A wait the citizen may walk away from.
   *
   * @param onceLong offered after five seconds
   */
  public Waiting(Step.Wait.Doing doing, String sentence, List<Choice> onceLong) {
    this.doing = doing;
    this.sentence = sentence;
    this.onceLong = List.copyOf(onceLong);
  }

  public void begin(Scene scene) {
    end();
    since = scene.facilities().time().instant();
    next(scene);
  }

  private void next(Scene scene) {
    Consumer<Scene> tick =
        scene.guarded(
            s -> {
              if (beat.isPresent()) {
                s.refresh();
                next(s);
              }
            });
    beat = Optional.of(scene.facilities().time().after(BEAT, () -> tick.accept(scene)));
  }

  public void end() {
    beat.ifPresent(Timekeeper.Alarm::cancel);
    beat = Optional.empty();
  }

  /** What can be answered now. */
  public List<Choice> choices(Scene scene) {
    return seconds(scene) < BEAT.toSeconds() ? List.of() : onceLong;
  }

  public Step show(Scene scene) {
    long seconds = seconds(scene);
    String code = seconds < BEAT.toSeconds() ? sentence : sentence + "-long";
    return new Step.Wait(
        doing,
        scene.facilities().sentences().say(code, Map.of("seconds", Long.toString(seconds))),
        since,
        choices(scene));
  }

  private long seconds(Scene scene) {
    return Duration.between(since, scene.facilities().time().instant()).toSeconds();
  }
}
