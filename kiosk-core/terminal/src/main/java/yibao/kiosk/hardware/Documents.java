package yibao.kiosk.hardware;

import java.time.LocalDate;
import java.util.Optional;
import yibao.devices.idcard.CardValidity;
import yibao.devices.idcard.IdCard;
import yibao.kiosk.identity.CitizenNumber;
import yibao.kiosk.identity.IdentityDocument;
import yibao.kiosk.identity.PermanentResidentNumber2017;
import yibao.kiosk.identity.Sex;
import yibao.kiosk.identity.Validity;

/** Cards as the reader gives them, as documents the journey knows. */
final class Documents {
  private Documents() {}

  /**
   * The document a card is.
   *
   * @return empty when the number's check character does not fit: the line damaged what was read
   */
  static Optional<IdentityDocument> of(IdCard card) {
    return numberChecks(card) ? Optional.of(document(card)) : Optional.empty();
  }

  private static boolean numberChecks(IdCard card) {
    return switch (card) {
      case IdCard.PermanentResident2017 old -> PermanentResidentNumber2017.isValid(old.number());
      // Births in the future are no sign of damage where the clock may be wrong.
      case IdCard any ->
          CitizenNumber.check(any.number(), LocalDate.MAX) instanceof CitizenNumber.Check.Valid;
    };
  }

  private static IdentityDocument document(IdCard card) {
    return switch (card) {
      case IdCard.Resident c ->
          new IdentityDocument.ResidentCard(
              c.name(),
              c.number(),
              sex(c),
              c.birth(),
              validity(c),
              c.ethnicGroup().displayName(),
              c.address());
      case IdCard.ResidencePermit c ->
          new IdentityDocument.ResidencePermit(
              c.name(),
              c.number(),
              sex(c),
              c.birth(),
              validity(c),
              c.travelPermitNumber(),
              c.address());
      case IdCard.PermanentResident2017 c ->
          new IdentityDocument.PermanentResidentCard(
              c.englishName(),
              c.chineseName(),
              c.number(),
              sex(c),
              c.birth(),
              validity(c),
              c.nationality());
      case IdCard.PermanentResident2023 c ->
          new IdentityDocument.PermanentResidentCard(
              c.englishName(),
              c.chineseName(),
              c.number(),
              sex(c),
              c.birth(),
              validity(c),
              c.nationality());
    };
  }

  private static Sex sex(IdCard card) {
    return switch (card.sex()) {
      case UNKNOWN -> Sex.UNKNOWN;
      case MALE -> Sex.MALE;
      case FEMALE -> Sex.FEMALE;
      case NOT_STATED -> Sex.NOT_STATED;
    };
  }

  private static Validity validity(IdCard card) {
    CardValidity validity = card.validity();
    return new Validity(validity.from(), validity.until());
  }
}
