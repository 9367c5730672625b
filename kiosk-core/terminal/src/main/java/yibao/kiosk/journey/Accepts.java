package yibao.kiosk.journey;

import java.util.ArrayList;
import java.util.List;
import yibao.kiosk.catalog.Credential;
import yibao.kiosk.catalog.CredentialRule;
import yibao.kiosk.journey.view.Step.Identify.Accepted;

/**
 * Which readers are of use for an item: what its rule accepts, cut down to what this terminal
 * reads.
 */
final class Accepts {

  private Accepts() {}

  static List<Accepted> of(CredentialRule rule) {
    List<Accepted> readable = new ArrayList<>();
    if (rule.accepts(Credential.IDENTITY_DOCUMENT)) {
      readable.add(Accepted.ID_CARD);
    }
    return readable;
  }
}
