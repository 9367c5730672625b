package yibao.kiosk.journey.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.catalog.Pool;
import yibao.kiosk.form.Cover;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.journey.identify.InsuranceOptions;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Concerned;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Policy;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.journey.visit.Ways;
import yibao.kiosk.record.Insurance;
import yibao.kiosk.record.InsuranceKind;
import yibao.kiosk.record.InsuranceStatus;
import yibao.kiosk.record.InsuredPerson;

/**
 * Settles under which insurance a filing goes: the only one that fits, the one the citizen picks,
 * or one that is to begin here; and says so where none fits.
 */
final class CoverStage implements Stage {

  private final Sheet sheet;
  private final Pool pool;

  /**
   * A stage for a form.
   *
   * @param pool where an insurance that is only to begin will be held
   */
  CoverStage(Sheet sheet, Pool pool) {
    this.sheet = sheet;
    this.pool = pool;
  }

  /** What was found. */
  private sealed interface Finding {
    /** It goes under this one. */
    record One(Policy policy) implements Finding {}

    /** It may go under each of these. */
    record Several(List<Insurance> insurances) implements Finding {}

    /** It cannot go on. */
    record None(String sentence, Map<String, String> params) implements Finding {}
  }

  @Override
  public boolean applies(Visit visit) {
    if (find(visit) instanceof Finding.One(Policy policy)) {
      visit.under(policy);
      return false;
    }
    return true;
  }

  @Override
  public boolean counted() {
    return true;
  }

  @Override
  public Pace pace() {
    return Pace.READING;
  }

  private Finding find(Visit visit) {
    Cover cover = sheet.form().cover(sheet.values(visit.values()));
    List<Insurance> ofKind = ofKind(cover, visit);
    if (cover.held() == Cover.Held.NONE) {
      return aboutToBegin(cover.kind(), ofKind, forSomebodyElse(visit));
    }
    List<Insurance> fitting = fitting(cover, visit);
    return switch (fitting.size()) {
      case 0 ->
          new Finding.None(
              "eligibility.cover-" + cover.held().key(), Map.of("kind", words(cover.kind())));
      case 1 -> new Finding.One(Policy.held(fitting.getFirst()));
      default ->
          visit
              .policy()
              .filter(_ -> !visit.filed().isEmpty())
              .filter(policy -> fitting.stream().map(Policy::held).anyMatch(policy::equals))
              .<Finding>map(Finding.One::new)
              .orElseGet(() -> new Finding.Several(fitting));
    };
  }

  static boolean covers(Sheet sheet, Visit visit) {
    Cover cover = sheet.form().cover(sheet.values(visit.values()));
    return cover.held() == Cover.Held.NONE || !fitting(cover, visit).isEmpty();
  }

  private static List<Insurance> ofKind(Cover cover, Visit visit) {
    return visit.person().map(InsuredPerson::insurances).orElse(List.of()).stream()
        .filter(insurance -> fits(insurance.kind(), cover.kind()))
        .toList();
  }

  private static List<Insurance> fitting(Cover cover, Visit visit) {
    return ofKind(cover, visit).stream()
        .filter(insurance -> fits(insurance.status(), cover.held()))
        .toList();
  }

  private boolean forSomebodyElse(Visit visit) {
    return !Concerned.by(sheet, visit).standsThere(visit);
  }

  private Finding aboutToBegin(Cover.Kind kind, List<Insurance> ofKind, boolean forSomebodyElse) {
    Optional<Insurance> inForce =
        ofKind.stream().filter(Insurance::active).filter(_ -> !forSomebodyElse).findFirst();
    return inForce
        .<Finding>map(
            one ->
                new Finding.None(
                    one.place().equals(pool.admdvs())
                        ? "eligibility.insured-here"
                        : "eligibility.insured-elsewhere",
                    Map.of("kind", one.kind().label(), "place", one.placeName())))
        .orElseGet(
            () ->
                new Finding.One(
                    new Policy(
                        kind == Cover.Kind.EMPLOYEE
                            ? InsuranceKind.EMPLOYEE_BASIC
                            : InsuranceKind.RESIDENT_BASIC,
                        pool.admdvs(),
                        pool.name())));
  }

  private static boolean fits(InsuranceKind kind, Cover.Kind wanted) {
    return switch (wanted) {
      case ANY -> kind.basic();
      case EMPLOYEE -> kind == InsuranceKind.EMPLOYEE_BASIC;
      case RESIDENT -> kind == InsuranceKind.RESIDENT_BASIC;
    };
  }

  private static boolean fits(InsuranceStatus status, Cover.Held wanted) {
    return switch (wanted) {
      case ACTIVE -> status == InsuranceStatus.ACTIVE;
      case PAUSED -> status == InsuranceStatus.PAUSED;
      case ON_RECORD -> status == InsuranceStatus.ACTIVE || status == InsuranceStatus.PAUSED;
      case NONE -> false;
    };
  }

  private static String words(Cover.Kind kind) {
    return switch (kind) {
      case ANY -> "医保";
      case EMPLOYEE -> InsuranceKind.EMPLOYEE_BASIC.label();
      case RESIDENT -> InsuranceKind.RESIDENT_BASIC.label();
    };
  }

  @Override
  public Step show(Scene scene) {
    return switch (find(scene.visit())) {
      case Finding.None none -> barred(scene, none);
      case Finding.Several(List<Insurance> insurances) -> asked(scene, insurances);
      case Finding.One one -> throw new IllegalStateException("nothing to ask: " + one);
    };
  }

  private static Step barred(Scene scene, Finding.None none) {
    Map<String, String> params = new java.util.HashMap<>(none.params());
    params.put("hotline", scene.facilities().site().pool().hotlines().query());
    return new Step.Eligibility(
        new Notice(
            none.sentence(),
            scene.facilities().sentences().say(none.sentence(), params),
            Notice.Tone.WARNING),
        List.of(),
        Ways.OUT);
  }

  private static Step asked(Scene scene, List<Insurance> insurances) {
    return new InsuranceOptions(insurances)
        .ask(
            scene.facilities().sentences().say("insurance.for-filing"),
            scene
                .visit()
                .policy()
                .flatMap(
                    policy ->
                        insurances.stream()
                            .filter(insurance -> Policy.held(insurance).equals(policy))
                            .findFirst()));
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    if (!(find(scene.visit()) instanceof Finding.Several(List<Insurance> insurances))) {
      Answers.choice(answer, Ways.OUT);
      scene.leave(Scene.Leaving.CHOSEN);
      return;
    }
    scene.visit().under(Policy.held(new InsuranceOptions(insurances).pick(answer)));
    scene.next();
  }
}
