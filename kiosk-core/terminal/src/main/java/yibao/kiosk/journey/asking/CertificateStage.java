package yibao.kiosk.journey.asking;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.journey.visit.Waiting;
import yibao.kiosk.journey.visit.Ways;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.query.Certificate;
import yibao.kiosk.query.Question;

/** Asks the platform for what a certificate says; the paper itself is the paper stage's. */
public final class CertificateStage implements Stage {

  private static final String NOTHING = "certificate.nothing";

  private final Certificate certificate;
  private final Waiting waiting = new Waiting(Step.Wait.Doing.LOOKUP, "wait.query");
  private Optional<String> barrier = Optional.empty();

  public CertificateStage(Certificate certificate) {
    this.certificate = certificate;
  }

  @Override
  public boolean revisitable() {
    return barrier.isPresent();
  }

  @Override
  public Pace pace() {
    return barrier.isEmpty() ? Pace.WORKING : Pace.READING;
  }

  @Override
  public void enter(Scene scene) {
    barrier = Optional.empty();
    Visit visit = scene.visit();
    Question question =
        new Question(
            scene.facilities().sources(),
            visit.person(),
            visit.insurance(),
            visit.values(),
            scene.facilities().today());
    waiting.begin(scene);
    scene.pace();
    scene.work(() -> certificate.contents(question), reply -> hear(scene, reply));
  }

  private void hear(Scene scene, Reply<Optional<Certificate.Contents>> reply) {
    switch (reply) {
      case Reply.Answered<Optional<Certificate.Contents>>(var contents) -> {
        if (contents.isPresent()) {
          scene.visit().certify(contents.get());
          scene.visit().askPaper();
          scene.next();
        } else {
          stop(scene, NOTHING);
        }
      }
      case Reply.Refused<Optional<Certificate.Contents>> _ -> stop(scene, "platform.refused");
      case Reply.Unreachable<Optional<Certificate.Contents>> _ -> stop(scene, "platform.down");
    }
  }

  private void stop(Scene scene, String why) {
    barrier = Optional.of(why);
    waiting.end();
    scene.pace();
    scene.refresh();
  }

  @Override
  public void failed(Scene scene) {
    stop(scene, "platform.down");
  }

  @Override
  public Step show(Scene scene) {
    if (barrier.isEmpty()) {
      return waiting.show(scene);
    }
    String why = barrier.get();
    return new Step.Eligibility(
        new Notice(
            why,
            scene
                .facilities()
                .sentences()
                .say(why, Map.of("hotline", scene.facilities().site().pool().hotlines().query())),
            Notice.Tone.WARNING),
        List.of(),
        ways());
  }

  private List<Choice> ways() {
    return barrier.filter(NOTHING::equals).isPresent() ? Ways.OUT : Ways.AGAIN_OR_OUT;
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    if (barrier.isEmpty()) {
      throw new Misread("step", "nothing while the platform is asked");
    }
    if (Answers.choice(answer, ways()).equals("again")) {
      enter(scene);
      scene.refresh();
    } else {
      scene.leave(Scene.Leaving.CHOSEN);
    }
  }

  @Override
  public void exit() {
    waiting.end();
  }
}
