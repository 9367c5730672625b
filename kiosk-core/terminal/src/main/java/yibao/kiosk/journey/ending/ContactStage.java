package yibao.kiosk.journey.ending;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.form.Checked;
import yibao.kiosk.form.FormRules;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step.Rate;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Facilities;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.journey.visit.Stage;

/**
 * Whoever gave a bad rating may leave a number for a reply. The rating is kept already, and stands
 * without one.
 */
final class ContactStage implements Stage {
  private static final System.Logger LOG = System.getLogger(ContactStage.class.getName());
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final List<Choice> ONLY_SKIP = List.of(new Choice("skip", "不用回复", false));

  private final int level;
  private final String about;
  private final Thread keeping;
  private Optional<Notice> notice = Optional.empty();

  /**
   * Asks for a number.
   *
   * @param level that was given
   * @param about what was rated
   * @param keeping writes the rating down
   */
  ContactStage(int level, String about, Thread keeping) {
    this.level = level;
    this.about = about;
    this.keeping = keeping;
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
  public Rate show(Scene scene) {
    Sentences sentences = scene.facilities().sentences();
    return new Rate(
        Rate.Phase.CONTACT,
        RateStage.levels(scene),
        Optional.of(level),
        List.of(),
        Optional.of(
            notice.orElseGet(
                () -> new Notice("rate.contact", sentences.say("rate.contact"), Notice.Tone.INFO))),
        ONLY_SKIP);
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    if (answer.has("choice")) {
      Answers.choice(answer, ONLY_SKIP);
      scene.next();
      return;
    }
    switch (FormRules.phone(Answers.text(answer, "phone"))) {
      case Checked.Fine(String phone, _) -> leave(scene, phone);
      case Checked.Doubtful(Checked.Fine(String phone, _), _) -> leave(scene, phone);
      case Checked.Wrong(String code, var params) -> {
        notice =
            Optional.of(
                new Notice(
                    code, scene.facilities().sentences().say(code, params), Notice.Tone.WARNING));
        scene.refresh();
      }
    }
  }

  private void leave(Scene scene, String phone) {
    Facilities facilities = scene.facilities();
    Instant now = facilities.time().instant();
    Thread.ofVirtual().name("journey-contact").start(() -> keep(facilities, phone, now));
    scene.next();
  }

  /** A number that cannot be kept is no trouble of the citizen's; its rating is seen to anyway. */
  private void keep(Facilities facilities, String phone, Instant at) {
    try {
      keeping.join(LONGEST);
      facilities.ratings().leaveContact(about, phone, at);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.log(
          Level.ERROR,
          "[rating.contact-not-kept] a number to reply to was not kept: {0}",
          e.getClass());
    }
  }
}
