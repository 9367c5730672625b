package yibao.kiosk.journey.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Predicate;
import yibao.kiosk.catalog.Commitment;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.record.SignedCommitment;

/** The citizen reads a commitment in full and accepts it. */
public final class CommitmentStage implements Stage {

  private final Commitment commitment;
  private final Predicate<Visit> asked;

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
  public Step show(Scene scene) {
    return new Step.Commitment(
        commitment.title(),
        commitment.version(),
        commitment.digest(),
        commitment.paragraphs(),
        Optional.empty());
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    if (!Answers.flag(answer, "accepted")) {
      throw new Misread("accepted", "true; to decline is to go back or leave");
    }
    if (!Answers.text(answer, "digest").equals(commitment.digest())) {
      throw new Misread("digest", "the digest of the text shown");
    }
    scene
        .visit()
        .promise(new SignedCommitment(commitment.id(), commitment.version(), commitment.digest()));
    scene.next();
  }
}
