package yibao.kiosk.journey.form;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import yibao.kiosk.form.Field;
import yibao.kiosk.form.FormRules;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.identity.IdentityDocument;
import yibao.kiosk.journey.visit.Concerned;
import yibao.kiosk.journey.visit.Policy;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.ShownCredential;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.record.InsuredPerson;

/** What card, platform and clock know, so that nobody need be asked for it. */
public final class Known {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日");

  private Known() {}

  /** The value of a source for this field; empty where it does not know one. */
  static Optional<String> value(Field.Source source, Field field, Scene scene) {
    Visit visit = scene.visit();
    return switch (source) {
      case TODAY -> Optional.of(scene.facilities().today().toString());
      case PERSON_PHONE -> visit.person().flatMap(InsuredPerson::phone);
      case PERSON_ADDRESS -> visit.person().flatMap(InsuredPerson::address);
      case PERSON_NAME -> Concerned.whoStandsThere(visit).map(Concerned::name);
      case CARD_NAME -> visit.credential().flatMap(ShownCredential::holderName);
      case CARD_ADDRESS -> visit.credential().flatMap(Known::address);
      case EARLIER -> visit.earlier().map(filing -> filing.values().get(field.name()));
    };
  }

  /** A day in words, e.g. 2026年3月2日. */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  private static Optional<String> address(ShownCredential shown) {
    return shown instanceof ShownCredential.Chip(IdentityDocument.ResidentCard card)
        ? Optional.of(card.address()).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  /** The first value any of the field's sources knows. */
  static Optional<String> prefill(Field field, Scene scene) {
    return field.prefill().stream()
        .flatMap(source -> value(source, field, scene).stream())
        .findFirst();
  }

  /** The value on record that the field's answer takes the place of. */
  public static Optional<String> replaced(Field field, Scene scene) {
    return field.replaces().flatMap(source -> value(source, field, scene));
  }

  /** Where and when an answer to this field is given. */
  public static FormRules.Situation situation(Field field, Sheet sheet, Scene scene) {
    Visit visit = scene.visit();
    return new FormRules.Situation(
        scene.facilities().today(),
        visit
            .policy()
            .map(Policy::place)
            .orElseGet(() -> scene.facilities().site().pool().admdvs()),
        Concerned.whoStandsThere(visit).map(Concerned::certificateNumber).orElse(""),
        replaced(field, scene),
        sheet.values(visit.values()));
  }
}
