package yibao.kiosk.journey.identify;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import yibao.kiosk.catalog.Credential;
import yibao.kiosk.catalog.CredentialRule;
import yibao.kiosk.catalog.IdentityDocument;
import yibao.kiosk.journey.visit.ShownCredential;

/**
 * Whether a credential will do for an item today, told before anything is asked.
 *
 * @param rule what the item accepts
 * @param today the day in the hall
 */
public record CredentialCheck(CredentialRule rule, LocalDate today) {

  /**
   * Why a credential will not do.
   *
   * @param code of the sentence that says so
   * @param params what the sentence names
   */
  public record Refusal(String code, Map<String, String> params) {}

  /** Whether a rule takes credentials of this kind, and this kind of document. */
  static boolean accepts(CredentialRule rule, ShownCredential shown) {
    return rule.accepts(shown.kind())
        && (!(shown instanceof ShownCredential.Chip(var document))
            || rule.accepts(kindOf(document)));
  }

  /** Why none of this kind will do, known before it has been read. */
  public Optional<Refusal> ofKind(Credential kind) {
    return rule.accepts(kind)
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "credential.not-accepted",
                Map.of(
                    "shown", kind.label(),
                    "accepted",
                        rule.accepts().stream()
                            .map(Credential::label)
                            .collect(Collectors.joining("或")))));
  }

  /** Why this one will not do. */
  public Optional<Refusal> of(ShownCredential shown) {
    return ofKind(shown.kind())
        .or(
            () ->
                switch (shown) {
                  case ShownCredential.Chip(var document) ->
                      ofDocument(document)
                          .or(() -> expired("card.expired", document.validity().until()));
                  case ShownCredential.Card(var card) -> expired("ss-card.expired", card.expires());
                  case ShownCredential.Voucher _, ShownCredential.Written _ -> Optional.empty();
                });
  }

  private Optional<Refusal> ofDocument(yibao.kiosk.identity.IdentityDocument document) {
    return rule.accepts(kindOf(document))
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "credential.document-not-accepted",
                Map.of(
                    "shown", document.kindLabel(),
                    "accepted",
                        rule.documents().stream()
                            .map(IdentityDocument::label)
                            .collect(Collectors.joining("、")))));
  }

  private Optional<Refusal> expired(String code, Optional<LocalDate> last) {
    return last.filter(day -> day.isBefore(today))
        .map(day -> new Refusal(code, Map.of("day", day.toString())));
  }

  private static IdentityDocument kindOf(yibao.kiosk.identity.IdentityDocument document) {
    return switch (document) {
      case yibao.kiosk.identity.IdentityDocument.ResidentCard _ ->
          IdentityDocument.RESIDENT_ID_CARD;
      case yibao.kiosk.identity.IdentityDocument.ResidencePermit _ ->
          IdentityDocument.HK_MACAO_TAIWAN_RESIDENCE_PERMIT;
      case yibao.kiosk.identity.IdentityDocument.PermanentResidentCard _ ->
          IdentityDocument.FOREIGN_PERMANENT_RESIDENT_CARD;
    };
  }
}
