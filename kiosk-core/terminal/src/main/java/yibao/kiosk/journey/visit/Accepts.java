package yibao.kiosk.journey.visit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import yibao.kiosk.catalog.Credential;
import yibao.kiosk.catalog.CredentialRule;
import yibao.kiosk.journey.view.Step.Identify.Accepted;

/**
 * Which readers are of use for an item: what its rule accepts, cut down to what this terminal
 * reads.
 */
public final class Accepts {

  private Accepts() {}

  public static List<Accepted> of(CredentialRule rule, Set<Credential> readable) {
    return Arrays.stream(Accepted.values())
        .filter(
            accepted ->
                credential(accepted).filter(rule::accepts).filter(readable::contains).isPresent())
        .toList();
  }

  private static Optional<Credential> credential(Accepted accepted) {
    return switch (accepted) {
      case ID_CARD -> Optional.of(Credential.IDENTITY_DOCUMENT);
      case SS_CARD -> Optional.of(Credential.SOCIAL_SECURITY_CARD);
      case E_VOUCHER -> Optional.of(Credential.E_VOUCHER);
      case VERIFICATION_CODE -> Optional.empty();
    };
  }
}
