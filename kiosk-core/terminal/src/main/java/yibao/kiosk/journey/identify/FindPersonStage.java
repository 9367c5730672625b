package yibao.kiosk.journey.identify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.catalog.Principal;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Agency;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Concerned;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.ShownCredential;
import yibao.kiosk.journey.visit.Site;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.journey.visit.Waiting;
import yibao.kiosk.journey.visit.Ways;
import yibao.kiosk.platform.PersonFound;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.InsuredPerson;

/**
 * Asks the platform who has come, and says so where that is the end of the way. Where the
 * credential named nobody, the citizen says here whether the person found is them.
 */
public final class FindPersonStage implements Stage {

  private static final int GROWN_UP = 18;
  private static final String GO_ON = "go-on";

  private final Lets lets;

  private final Waiting waiting = new Waiting(Step.Wait.Doing.LOOKUP, "wait.lookup");
  private Barrier barrier = Barrier.NONE;
  private boolean confirming;
  private boolean disowned;

  /** Why the visit cannot go on. */
  private enum Barrier {
    NONE("", List.of()),
    NOT_KNOWN("eligibility.not-known", Ways.OUT),
    SAME_PERSON("agent.same-person", Ways.OUT),
    NOT_A_CHILD("agent.not-a-child", Ways.OUT),
    OTHER_PERSON("eligibility.other-person", List.of(new Choice("other", "换本人的凭证", true))),
    NAME_DIFFERS("eligibility.name-differs", Ways.OUT),
    UNREACHABLE("platform.down", Ways.AGAIN_OR_OUT),
    /** What is handed in needs nothing that only the platform knows. */
    NOT_NEEDED(
        "platform.down-goes-on",
        List.of(
            Ways.AGAIN_OR_OUT.getFirst(),
            new Choice("again", "再试一次", false),
            new Choice(GO_ON, "先在本机提交", true))),
    REFUSED("platform.refused", Ways.AGAIN_OR_OUT);

    private final String sentence;
    private final List<Choice> ways;

    Barrier(String sentence, List<Choice> ways) {
      this.sentence = sentence;
      this.ways = ways;
    }
  }

  /**
   * Who may go on.
   *
   * @param newcomers people the platform does not know
   * @param otherSpelling people whom card and platform spell differently
   */
  public record Lets(boolean newcomers, boolean otherSpelling) {}

  /** Bars people the platform does not know, or spells differently. */
  public FindPersonStage() {
    this(new Lets(false, false));
  }

  public FindPersonStage(Lets lets) {
    this.lets = lets;
  }

  /** Again for somebody found for an item that minds another spelling less than this one. */
  @Override
  public boolean applies(Visit visit) {
    return visit
        .credential()
        .filter(shown -> visit.person().filter(person -> passes(shown, person)).isEmpty())
        .isPresent();
  }

  private boolean passes(ShownCredential shown, InsuredPerson person) {
    return lets.otherSpelling() || shown.mayBelongTo(person.name());
  }

  @Override
  public boolean revisitable() {
    return disowned;
  }

  @Override
  public Pace pace() {
    return barrier == Barrier.NONE && !confirming ? Pace.WORKING : Pace.READING;
  }

  @Override
  public void enter(Scene scene) {
    barrier = Barrier.NONE;
    confirming = false;
    disowned = false;
    ShownCredential credential = scene.visit().credential().orElseThrow();
    waiting.begin(scene);
    scene.work(
        () -> scene.facilities().platform().findPerson(credential.presented()),
        reply -> hear(scene, credential, reply));
  }

  private void hear(Scene scene, ShownCredential credential, Reply<PersonFound> reply) {
    switch (reply) {
      case Reply.Answered<PersonFound>(PersonFound.Known(var person)) ->
          known(scene, credential, person);
      case Reply.Answered<PersonFound>(PersonFound.NotKnown _) -> {
        if (needsNobody(scene)) {
          scene.next();
        } else {
          stop(scene, Barrier.NOT_KNOWN);
        }
      }
      case Reply.Refused<PersonFound> _ -> stop(scene, Barrier.REFUSED);
      case Reply.Unreachable<PersonFound> _ ->
          stop(scene, needsNobody(scene) ? Barrier.NOT_NEEDED : Barrier.UNREACHABLE);
    }
  }

  /** Whether it can be handed in for somebody of whom only the credential is known. */
  private boolean needsNobody(Scene scene) {
    return lets.newcomers() && Concerned.whoStandsThere(scene.visit()).isPresent();
  }

  private void known(Scene scene, ShownCredential credential, InsuredPerson person) {
    if (!passes(credential, person)) {
      stop(scene, Barrier.NAME_DIFFERS);
      return;
    }
    Optional<Agency> agency = scene.visit().agency().filter(a -> !a.underParent());
    if (agency.filter(a -> a.isAgent(person.certificateNumber())).isPresent()) {
      stop(scene, Barrier.SAME_PERSON);
      return;
    }
    if (scene.visit().filedFor().filter(it -> !it.equals(person.certificateNumber())).isPresent()) {
      stop(scene, Barrier.OTHER_PERSON);
      return;
    }
    boolean grown = !person.birth().plusYears(GROWN_UP).isAfter(scene.facilities().today());
    if (grown && agency.flatMap(Agency::principal).filter(Principal::child).isPresent()) {
      stop(scene, Barrier.NOT_A_CHILD);
      return;
    }
    scene.visit().found(person);
    if (credential.holderName().isPresent()) {
      scene.next();
    } else {
      confirming = true;
      waiting.end();
      scene.pace();
      scene.refresh();
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
    if (confirming) {
      return new Step.Identify(Step.Identify.Phase.CONFIRM, List.of(), Optional.empty(), List.of());
    }
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
        ways(scene));
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    if (confirming) {
      confirm(scene, Answers.flag(answer, "me"));
      return;
    }
    String chosen = Answers.choice(answer, ways(scene));
    if (barrier == Barrier.OTHER_PERSON) {
      confirm(scene, false);
    } else if (chosen.equals(GO_ON)) {
      scene.next();
    } else if (chosen.equals("again")) {
      enter(scene);
      scene.pace();
      scene.refresh();
    } else if (!Remedies.follow(barrier.sentence, chosen, scene)) {
      scene.leave(Scene.Leaving.CHOSEN);
    }
  }

  private List<Choice> ways(Scene scene) {
    return Remedies.ways(barrier.sentence, barrier.ways, scene);
  }

  private void confirm(Scene scene, boolean me) {
    if (me) {
      scene.next();
    } else {
      // The one way back from here: to the readers.
      disowned = true;
      scene.visit().forgetIdentity();
      scene.back();
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
}
