package yibao.kiosk.journey.agency;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import yibao.kiosk.catalog.Principal;
import yibao.kiosk.form.Checked;
import yibao.kiosk.form.Field;
import yibao.kiosk.form.FormRules;
import yibao.kiosk.form.Input;
import yibao.kiosk.journey.form.Questions;
import yibao.kiosk.journey.handin.HandInList;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Agency;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.ShownCredential;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;

/** A question about the principal 委托人 who lays down no card: name, number, day of death. */
public final class PrincipalFieldStage implements Stage {

  /** Name of the principal without a card. */
  public static final Field NAME =
      Field.asked("principalName", "替谁办？请写姓名", "被代办人姓名", new Input.Name(), Optional.empty());

  /** Number of a child without a card. */
  public static final Field CHILD_NUMBER =
      Field.asked(
          "principalNumber",
          "孩子的身份证号是多少？",
          "被代办人身份证号",
          new Input.CitizenNumber(Optional.of(18)),
          Optional.empty());

  /** Number of a dead person. */
  public static final Field NUMBER =
      Field.asked(
          "principalNumber",
          "去世的人身份证号是多少？",
          "被代办人身份证号",
          new Input.CitizenNumber(Optional.empty()),
          Optional.empty());

  /** Their day of death. */
  public static final Field DIED_ON =
      Field.asked(
          "diedOn",
          "哪一天去世的？",
          "去世日期",
          new Input.Date(
              Optional.of(new Input.DayBound(-240, 0)),
              Optional.of(new Input.DayBound(0, 0)),
              Optional.empty(),
              Optional.empty()),
          Optional.empty());

  /** Day of birth of a child without a number. */
  public static final Field BORN_ON =
      Field.asked(
          Agency.BORN_ON,
          "孩子哪一天出生的？",
          "出生日期",
          new Input.Date(
              Optional.of(new Input.DayBound(-12, 0)),
              Optional.of(new Input.DayBound(0, 0)),
              Optional.empty(),
              Optional.empty()),
          Optional.empty());

  /** Where whoever comes can be reached. */
  public static final Field AGENT_PHONE =
      Field.asked(Agency.AGENT_PHONE, "代办人的手机号是多少？", "代办人电话", new Input.Phone(), Optional.empty());

  /** The last day of an authority that was brought on paper. */
  public static final Field AUTHORITY_UNTIL =
      Field.asked(
          Agency.AUTHORITY_UNTIL,
          "授权委托书有效期到哪一天？",
          "授权有效期",
          new Input.Date(
              Optional.empty(),
              Optional.of(new Input.DayBound(240, 0)),
              Optional.empty(),
              Optional.empty()),
          Optional.of("没有写期限"));

  private final Field field;
  private final Predicate<Principal> principals;
  private Optional<String> refused = Optional.empty();
  private Optional<String> error = Optional.empty();

  /**
   * Asks.
   *
   * @param principals of whom it is asked
   */
  public PrincipalFieldStage(Field field, Predicate<Principal> principals) {
    this.field = field;
    this.principals = principals;
  }

  @Override
  public boolean applies(Visit visit) {
    boolean asked = visit.agency().flatMap(Agency::principal).filter(principals).isPresent();
    return asked
        && (field != AUTHORITY_UNTIL || !visit.folder().pages(HandInList.AUTHORITY).isEmpty());
  }

  @Override
  public Pace pace() {
    return Pace.FILLING;
  }

  @Override
  public void enter(Scene scene) {
    refused = Optional.empty();
    error = Optional.empty();
  }

  @Override
  public Step show(Scene scene) {
    return Questions.of(
            field,
            refused.or(() -> scene.visit().entry(field.name()).map(Visit.Entry::value)),
            scene)
        .with(error, Optional.empty());
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    String given = Answers.text(answer, "value");
    FormRules.Situation situation =
        new FormRules.Situation(
            scene.facilities().today(),
            "",
            scene.visit().agency().flatMap(Agency::agent).map(a -> a.number()).orElse(""),
            Optional.empty(),
            Map.of());
    switch (scene.facilities().rules().check(field, given, situation)) {
      case Checked.Fine(String value, String label) -> fine(scene, value, label);
      case Checked.Doubtful(Checked.Fine(String value, String label), var _) ->
          fine(scene, value, label);
      case Checked.Wrong(String code, var params) -> refuse(scene, given, code, params);
    }
  }

  private void fine(Scene scene, String value, String label) {
    Visit visit = scene.visit();
    Agency agency = visit.agency().orElseThrow();
    boolean isNumber = field.input() instanceof Input.CitizenNumber;
    if (isNumber && agency.isAgent(value)) {
      refuse(scene, value, "agent.same-person", Map.of());
      return;
    }
    if (field == AUTHORITY_UNTIL
        && !value.isEmpty()
        && LocalDate.parse(value).isBefore(scene.facilities().today())) {
      refuse(scene, value, "agent.authority-expired", Map.of());
      return;
    }
    visit.enter(field.name(), new Visit.Entry(value, label, Optional.empty()));
    if (isNumber) {
      visit.identify(
          new ShownCredential.Written(
              visit.entry(NAME.name()).map(Visit.Entry::value).orElseThrow(), value));
    }
    if (field == BORN_ON) {
      // A child without a number is handed in for under the parent whose card was read.
      visit.actFor(agency.born(visit.entry(NAME.name()).map(Visit.Entry::value).orElseThrow()));
      agency.agent().map(ShownCredential.Chip::new).ifPresent(visit::identify);
    }
    if (field == DIED_ON) {
      visit.actFor(agency.died(LocalDate.parse(value)));
    }
    scene.next();
  }

  private void refuse(Scene scene, String value, String code, Map<String, String> params) {
    refused = Optional.of(value);
    error = Optional.of(scene.facilities().sentences().say(code, params));
    scene.refresh();
  }
}
