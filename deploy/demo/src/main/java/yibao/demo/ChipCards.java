package yibao.demo;

import java.time.LocalDate;
import java.util.Optional;
import yibao.sandbox.people.IdentityDocument;
import yibao.simulators.idcard.CardContent;

/** The chip of an invented person's identity document. */
public final class ChipCards {

  private static final String LONG_TERM = "长期";

  private ChipCards() {}

  /** What the reader finds on the card. */
  public static CardContent of(IdentityDocument card) {
    Optional<LocalDate> until =
        card.validTo().equals(LONG_TERM)
            ? Optional.empty()
            : Optional.of(LocalDate.parse(card.validTo()));
    return switch (card.kind()) {
      case RESIDENT ->
          new CardContent.Resident(
              card.name(),
              card.sex(),
              card.ethnic().orElseThrow(),
              card.birth(),
              card.address().orElseThrow(),
              card.number(),
              card.issuer().orElseThrow(),
              card.validFrom(),
              until);
      case HONG_KONG_MACAO_TAIWAN ->
          new CardContent.ResidencePermit(
              card.name(),
              card.sex(),
              card.birth(),
              card.address().orElseThrow(),
              card.number(),
              card.issuer().orElseThrow(),
              card.validFrom(),
              until.orElseThrow(),
              card.permitNumber().orElseThrow(),
              card.issueCount().orElseThrow());
      case FOREIGNER_2017 ->
          new CardContent.PermanentResident2017(
              card.englishName().orElseThrow(),
              card.sex(),
              card.number(),
              card.nationality().orElseThrow(),
              card.name(),
              card.validFrom(),
              until.orElseThrow(),
              card.birth(),
              card.cardVersion().orElseThrow(),
              card.authority().orElseThrow());
      case FOREIGNER_2023 ->
          new CardContent.PermanentResident2023(
              card.name(),
              card.sex(),
              card.renewals().orElseThrow(),
              card.birth(),
              card.englishName().orElseThrow(),
              card.number(),
              card.validFrom(),
              until.orElseThrow(),
              card.nationality().orElseThrow(),
              card.previousNumber().orElse(""));
    };
  }
}
