package yibao.kiosk.journey.handin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import yibao.kiosk.form.Checked;
import yibao.kiosk.form.Field;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.journey.form.Known;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Facilities;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.journey.visit.Waiting;
import yibao.kiosk.store.SavedForm;

/** Offers what the person had filled in and scanned before the power went or they left. */
public final class DraftStage implements Stage {

  private static final Duration KEPT = Duration.ofDays(1);
  private static final List<Choice> CHOICES =
      List.of(new Choice("anew", "重新办", false), new Choice("resume", "接着办", true));

  private final Sheet sheet;
  private final BiPredicate<Visit, SavedForm> fits;
  private final Waiting waiting = new Waiting(Step.Wait.Doing.LOOKUP, "wait.lookup");
  private boolean asked;
  private Optional<SavedForm> found = Optional.empty();

  public DraftStage(Sheet sheet) {
    this(sheet, (_, _) -> true);
  }

  /**
   * Offers drafts only that fit the visit.
   *
   * @param fits which do
   */
  public DraftStage(Sheet sheet, BiPredicate<Visit, SavedForm> fits) {
    this.sheet = sheet;
    this.fits = fits;
  }

  @Override
  public boolean applies(Visit visit) {
    return !asked && visit.folder().pages().isEmpty();
  }

  @Override
  public boolean revisitable() {
    return false;
  }

  @Override
  public Pace pace() {
    return found.isPresent() ? Pace.READING : Pace.WORKING;
  }

  @Override
  public void enter(Scene scene) {
    asked = true;
    Draft empty = Draft.of(scene);
    Facilities facilities = scene.facilities();
    Instant notBefore = facilities.time().instant().minus(KEPT);
    waiting.begin(scene);
    scene.work(
        () ->
            facilities
                .savedForms()
                .find(empty.certificateNumber(), empty.region(), empty.item(), notBefore),
        saved -> hear(scene, saved));
  }

  private void hear(Scene scene, Optional<SavedForm> saved) {
    waiting.end();
    if (saved.filter(it -> fits.test(scene.visit(), it)).isEmpty()) {
      scene.next();
      return;
    }
    found = saved;
    scene.pace();
    scene.refresh();
  }

  @Override
  public Step show(Scene scene) {
    return found
        .<Step>map(
            saved ->
                new Step.Eligibility(
                    new Notice(
                        "draft.found",
                        scene
                            .facilities()
                            .sentences()
                            .say(
                                "draft.found",
                                Map.of("pages", Integer.toString(saved.attachments().size()))),
                        Notice.Tone.INFO),
                    List.of(),
                    CHOICES))
        .orElseGet(() -> waiting.show(scene));
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    if (found.isEmpty()) {
      throw new Misread("step", "nothing while the terminal is looking");
    }
    SavedForm saved = found.get();
    if (Answers.choice(answer, CHOICES).equals("resume")) {
      fill(scene, saved);
      saved.attachments().forEach(scene.visit().folder()::add);
      scene.next();
      return;
    }
    Draft empty = Draft.of(scene);
    Draft old =
        new Draft(
            empty.certificateNumber(), empty.region(), empty.item(), Map.of(), saved.attachments());
    Facilities facilities = scene.facilities();
    found = Optional.empty();
    waiting.begin(scene);
    scene.pace();
    scene.refresh();
    scene.work(
        () -> {
          old.drop(facilities);
          return true;
        },
        _ -> scene.next());
  }

  /** An answer that would not stand today is asked for again. */
  private void fill(Scene scene, SavedForm saved) {
    for (Field field : sheet.form().fields()) {
      String value = saved.values().get(field.name());
      if (value != null
          && scene.facilities().rules().check(field, value, Known.situation(field, sheet, scene))
              instanceof Checked.Fine(String stored, String label)) {
        scene
            .visit()
            .enter(field.name(), new Visit.Entry(stored, label, Known.replaced(field, scene)));
      }
    }
  }

  @Override
  public void failed(Scene scene) {
    waiting.end();
    scene.next();
  }

  @Override
  public void exit() {
    waiting.end();
  }
}
