package yibao.kiosk.journey.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import yibao.kiosk.catalog.Commitment;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.record.SignedCommitment;

/**
 * The citizen reads or hears a commitment in full and accepts it, or does not and is told what
 * then.
 */
public final class CommitmentStage implements Stage {

  private static final String DECLINED = "commitment.declined";
  private static final String UNREAD = "commitment.unread";

  private final Commitment commitment;
  private final Predicate<Visit> asked;
  private boolean declined;
  private boolean unread;

  public CommitmentStage(Commitment commitment) {
    this(commitment, _ -> true);
  }

  /**
   * A commitment that not every visit makes.
   *
   * @param asked whether this one does
   */
  public CommitmentStage(Commitment commitment, Predicate<Visit> asked) {
    this.commitment = commitment;
    this.asked = asked;
  }

  @Override
  public boolean applies(Visit visit) {
    return asked.test(visit);
  }

  @Override
  public boolean counted() {
    return true;
  }

  @Override
  public Pace pace() {
    return Pace.FILLING;
  }

  @Override
  public void enter(Scene scene) {
    declined = false;
    unread = false;
  }

  @Override
  public Step show(Scene scene) {
    if (declined) {
      return new Step.Eligibility(
          new Notice(DECLINED, say(scene, DECLINED), Notice.Tone.INFO), List.of(), ways(scene));
    }
    return new Step.Commitment(
        commitment.title(),
        commitment.version(),
        commitment.digest(),
        commitment.paragraphs(),
        unread ? Optional.of(say(scene, UNREAD)) : Optional.empty());
  }

  private String say(Scene scene, String code) {
    return scene
        .facilities()
        .sentences()
        .say(
            code,
            Map.of(
                "title",
                commitment.title(),
                "hotline",
                scene.facilities().site().pool().hotlines().query()));
  }

  private List<Choice> ways(Scene scene) {
    return List.of(
        new Choice("read", say(scene, "commitment.read-again"), false),
        new Choice("out", say(scene, "commitment.leave"), true));
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    if (declined) {
      if (Answers.choice(answer, ways(scene)).equals("read")) {
        declined = false;
        scene.refresh();
      } else {
        scene.leave(Scene.Leaving.CHOSEN);
      }
      return;
    }
    if (!answer.path("accepted").isBoolean()) {
      throw new Misread("accepted", "true or false");
    }
    if (!answer.path("accepted").booleanValue()) {
      declined = true;
      scene.refresh();
      return;
    }
    if (!Answers.text(answer, "digest").equals(commitment.digest())) {
      throw new Misread("digest", "the digest of the text shown");
    }
    // Only the screen can tell; what it does not say for sure does not count as read or heard.
    if (!answer.path("readToEnd").booleanValue() && !answer.path("heard").booleanValue()) {
      unread = true;
      scene.refresh();
      return;
    }
    scene
        .visit()
        .promise(new SignedCommitment(commitment.id(), commitment.version(), commitment.digest()));
    scene.next();
  }
}
