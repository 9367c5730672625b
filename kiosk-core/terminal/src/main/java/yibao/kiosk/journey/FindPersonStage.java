package yibao.kiosk.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import yibao.kiosk.identity.IdentityDocument;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.platform.PersonFound;
import yibao.kiosk.platform.PresentedCredential;
import yibao.kiosk.platform.PresentedCredential.Document;
import yibao.kiosk.platform.Reply;

/** Asks the platform who has come, and says so where that is the end of the way. */
final class FindPersonStage implements Stage {

  private final Waiting waiting = new Waiting(Step.Wait.Doing.LOOKUP, "wait.lookup");
  private Barrier barrier = Barrier.NONE;

  /** Why the visit cannot go on. */
  private enum Barrier {
    NONE("", List.of()),
    NOT_KNOWN("eligibility.not-known", Ways.OUT),
    NAME_DIFFERS("eligibility.name-differs", Ways.OUT),
    UNREACHABLE("platform.down", Ways.AGAIN_OR_OUT),
    REFUSED("platform.refused", Ways.AGAIN_OR_OUT);

    private final String sentence;
    private final List<Choice> ways;

    Barrier(String sentence, List<Choice> ways) {
      this.sentence = sentence;
      this.ways = ways;
    }
  }

  @Override
  public boolean applies(Visit visit) {
    return visit.person().isEmpty() && visit.document().isPresent();
  }

  @Override
  public boolean revisitable() {
    return false;
  }

  @Override
  public Pace pace() {
    return barrier == Barrier.NONE ? Pace.WORKING : Pace.READING;
  }

  @Override
  public void enter(Scene scene) {
    barrier = Barrier.NONE;
    IdentityDocument document = scene.visit().document().orElseThrow();
    waiting.begin(scene);
    scene.work(
        () -> scene.facilities().platform().findPerson(presented(document)),
        reply -> hear(scene, document, reply));
  }

  private void hear(Scene scene, IdentityDocument document, Reply<PersonFound> reply) {
    switch (reply) {
      case Reply.Answered<PersonFound>(PersonFound.Known(var person)) -> {
        if (document.mayBelongTo(person.name())) {
          scene.visit().found(person);
          scene.next();
        } else {
          stop(scene, Barrier.NAME_DIFFERS);
        }
      }
      case Reply.Answered<PersonFound>(PersonFound.NotKnown _) -> stop(scene, Barrier.NOT_KNOWN);
      case Reply.Refused<PersonFound> _ -> stop(scene, Barrier.REFUSED);
      case Reply.Unreachable<PersonFound> _ -> stop(scene, Barrier.UNREACHABLE);
    }
  }

  private void stop(Scene scene, Barrier why) {
    barrier = why;
    waiting.end();
    scene.pace();
    scene.refresh();
  }

  @Override
  public Step show(Scene scene) {
    if (barrier == Barrier.NONE) {
      return waiting.show(scene);
    }
    Site site = scene.facilities().site();
    return new Step.Eligibility(
        new Notice(
            barrier.sentence,
            scene
                .facilities()
                .sentences()
                .say(
                    barrier.sentence,
                    Map.of(
                        "region", site.region().name(),
                        "hotline", site.pool().hotlines().query())),
            Notice.Tone.WARNING),
        List.of(),
        barrier.ways);
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    switch (Answers.choice(answer, barrier.ways)) {
      case "again" -> {
        enter(scene);
        scene.pace();
        scene.refresh();
      }
      default -> scene.leave(Scene.Leaving.CHOSEN);
    }
  }

  @Override
  public void failed(Scene scene) {
    stop(scene, Barrier.UNREACHABLE);
  }

  @Override
  public void exit() {
    waiting.end();
  }

  private static PresentedCredential presented(IdentityDocument document) {
    return new PresentedCredential.IdentityCard(
        document.number(),
        document.name(),
        switch (document) {
          case IdentityDocument.ResidentCard _ -> Document.RESIDENT_ID;
          case IdentityDocument.ResidencePermit _ -> Document.HMT_RESIDENCE_PERMIT;
          case IdentityDocument.PermanentResidentCard _ -> Document.FOREIGN_PERMANENT_RESIDENCE;
        });
  }
}
