package yibao.kiosk.journey.identify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import yibao.kiosk.catalog.Credential;
import yibao.kiosk.catalog.CredentialRule;
import yibao.kiosk.hardware.IdCardEvent;
import yibao.kiosk.hardware.ScanStation.Scanned;
import yibao.kiosk.hardware.SocialSecurityEvent;
import yibao.kiosk.identity.IdentityDocument;
import yibao.kiosk.identity.SocialSecurityCard;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.Step.Identify.Accepted;
import yibao.kiosk.journey.view.Step.Identify.Phase;
import yibao.kiosk.journey.visit.Accepts;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Readers;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.ShownCredential;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.platform.Vouchers.VoucherRead;

/**
 * The readers listen; the first credential the item accepts wins. One that names its holder is
 * confirmed here, one that names nobody once the platform has said whose it is. A credential the
 * item does not accept is told at once, and the readers go on listening.
 */
public final class IdentifyStage implements Stage {

  private final Optional<CredentialRule> own;
  private final Predicate<Visit> wanted;
  private final boolean atTheDoor;
  private final BiPredicate<Scene, ShownCredential> others;
  private Optional<ShownCredential> brought = Optional.empty();
  private final Presenting presenting =
      new Presenting(this::listen, scene -> scene.visit().forgetIdentity());
  private boolean decoding;

  /** Asks for what the item asks for. */
  public IdentifyStage() {
    this.own = Optional.empty();
    this.wanted = visit -> visit.branch().filter(b -> b.credential().isRequired()).isPresent();
    this.atTheDoor = false;
    this.others = (_, _) -> false;
  }

  /**
   * Asks for a credential that the item itself does not ask for.
   *
   * @param wanted whether this visit needs it
   */
  public IdentifyStage(CredentialRule own, Predicate<Visit> wanted) {
    this(own, wanted, false, (_, _) -> false);
  }

  private IdentifyStage(
      CredentialRule own,
      Predicate<Visit> wanted,
      boolean atTheDoor,
      BiPredicate<Scene, ShownCredential> others) {
    this.own = Optional.of(own);
    this.wanted = wanted;
    this.atTheDoor = atTheDoor;
    this.others = others;
  }

  /**
   * Asks nobody, but whoever lays a card or holds up an e-voucher is taken for a visitor.
   *
   * @param others whether it is no visitor who has shown this, and is seen to otherwise
   */
  public static IdentifyStage atTheDoor(BiPredicate<Scene, ShownCredential> others) {
    return new IdentifyStage(CredentialRule.any(), _ -> true, true, others);
  }

  /** Somebody was at the door with this and is a visitor after all. */
  public static IdentifyStage of(ShownCredential brought) {
    IdentifyStage stage = atTheDoor((_, _) -> false);
    stage.brought = Optional.of(brought);
    return stage;
  }

  /** What was shown for another item will do where this one accepts it, too. */
  @Override
  public boolean applies(Visit visit) {
    return wanted.test(visit)
        && visit
            .credential()
            .filter(shown -> CredentialCheck.accepts(rule(visit), shown))
            .isEmpty();
  }

  /** Whether nothing has been shown yet. */
  public boolean waits() {
    return presenting.phase() == Phase.WAITING;
  }

  /** Nobody is there to be told of a reader's trouble or of a code that is no credential. */
  private boolean nobodyThere() {
    return atTheDoor && waits();
  }

  @Override
  public boolean heedsCards() {
    return true;
  }

  @Override
  public Pace pace() {
    return presenting.pace();
  }

  /** Whoever comes with a credential from another item is told that it will not do here. */
  @Override
  public void enter(Scene scene) {
    presenting.begin(scene);
    if (brought.isPresent()) {
      shown(scene, brought.get());
      return;
    }
    scene
        .visit()
        .credential()
        .flatMap(shown -> check(scene).of(shown))
        .ifPresent(
            why -> {
              scene.visit().forgetIdentity();
              presenting.refused(scene, why.code(), why.params());
            });
  }

  /** Cards are looked for even where they will not do, so that somebody can say so. */
  private void listen(Scene scene) {
    decoding = false;
    Readers readers = scene.facilities().readers();
    presenting.watch(readers.idCards().watch(scene.guarded(event -> heard(scene, event))));
    presenting.watch(readers.ssCards().watch(scene.guarded(event -> heard(scene, event))));
    if (rule(scene.visit()).accepts(Credential.E_VOUCHER)) {
      presenting.watch(readers.codes().watch(scene.guarded(code -> heard(scene, code))));
    }
  }

  /** Whether what a reader says still matters: nothing was accepted, and nothing is being asked. */
  private boolean listening() {
    return presenting.listening() && !decoding;
  }

  private void heard(Scene scene, IdCardEvent event) {
    if (!listening()) {
      return;
    }
    switch (event) {
      case IdCardEvent.Reading _ -> reading(scene, Credential.IDENTITY_DOCUMENT);
      case IdCardEvent.Read(IdentityDocument document) ->
          shown(scene, new ShownCredential.Chip(document));
      case IdCardEvent.Failed(String code) ->
          failed(scene, Credential.IDENTITY_DOCUMENT, "card." + code, "card.not-read");
      case IdCardEvent.Removed _ -> {
        // The chip has been read; from here on the card is not needed.
      }
    }
  }

  private void heard(Scene scene, SocialSecurityEvent event) {
    if (!listening()) {
      return;
    }
    switch (event) {
      case SocialSecurityEvent.Reading _ -> reading(scene, Credential.SOCIAL_SECURITY_CARD);
      case SocialSecurityEvent.Read(SocialSecurityCard card) ->
          shown(scene, new ShownCredential.Card(card));
      case SocialSecurityEvent.Failed(String code) ->
          failed(scene, Credential.SOCIAL_SECURITY_CARD, code, "ss-card-unreadable");
      case SocialSecurityEvent.Removed _ -> {
        // The chip has been read; from here on the card is not needed.
      }
    }
  }

  private void heard(Scene scene, Scanned code) {
    if (!listening()) {
      return;
    }
    if (nobodyThere() && code.kind() != Scanned.Kind.E_VOUCHER) {
      return;
    }
    switch (code.kind()) {
      case E_VOUCHER -> {
        decoding = true;
        presenting.reading(scene);
        scene.work(
            () -> scene.facilities().vouchers().decode(code.text()), read -> decoded(scene, read));
      }
      case PAYMENT -> refuse(scene, "code.payment", Map.of());
      case HEALTH -> refuse(scene, "code.health", Map.of());
      case WEB_ADDRESS -> refuse(scene, "code.web-address", Map.of());
      case OTHER -> refuse(scene, "code.other", Map.of());
    }
  }

  private void decoded(Scene scene, VoucherRead read) {
    decoding = false;
    switch (read) {
      case VoucherRead.Decoded(var voucher) -> shown(scene, new ShownCredential.Voucher(voucher));
      case VoucherRead.Expired _ -> refuse(scene, "code.expired", Map.of());
      case VoucherRead.OtherCode _ -> refuse(scene, "code.other", Map.of());
      case VoucherRead.Unreachable _ -> refuse(scene, "code.unreachable", Map.of());
    }
  }

  /** A credential is being read: of a kind that will not do, its content does not matter. */
  private void reading(Scene scene, Credential kind) {
    check(scene)
        .ofKind(kind)
        .ifPresentOrElse(
            why -> refuse(scene, why.code(), why.params()), () -> presenting.reading(scene));
  }

  private void failed(Scene scene, Credential kind, String code, String otherwise) {
    if (rule(scene.visit()).accepts(kind) && !nobodyThere()) {
      presenting.refuse(scene, code, otherwise, Map.of());
    }
  }

  private void shown(Scene scene, ShownCredential credential) {
    if (others.test(scene, credential)) {
      return;
    }
    boolean agents =
        scene
            .visit()
            .agency()
            .filter(a -> !a.underParent())
            .filter(a -> credential.holderNumber().filter(a::isAgent).isPresent())
            .isPresent();
    if (agents) {
      refuse(scene, "agent.same-person", Map.of());
      return;
    }
    check(scene)
        .of(credential)
        .ifPresentOrElse(
            why -> refuse(scene, why.code(), why.params()), () -> accept(scene, credential));
  }

  private void accept(Scene scene, ShownCredential credential) {
    exit();
    scene.visit().identify(credential);
    if (credential.holderName().isPresent()) {
      presenting.read(scene);
    } else {
      scene.next();
    }
  }

  private void refuse(Scene scene, String code, Map<String, String> params) {
    presenting.refuse(scene, code, code, params);
  }

  private CredentialCheck check(Scene scene) {
    return new CredentialCheck(rule(scene.visit()), scene.facilities().today());
  }

  private CredentialRule rule(Visit visit) {
    return own.orElseGet(() -> visit.branch().orElseThrow().credential());
  }

  @Override
  public Step show(Scene scene) {
    List<Accepted> accepts = Accepts.of(rule(scene.visit()), scene.facilities().site().readable());
    return presenting.show(
        scene.visit().agency().isPresent()
            ? Step.Identify.Whose.PRINCIPAL
            : Step.Identify.Whose.SELF,
        accepts,
        accepts.contains(Accepted.E_VOUCHER) ? camera(scene) : Optional.empty());
  }

  /** The screen's camera, while it can be of use. */
  private Optional<Step.Camera> camera(Scene scene) {
    return switch (presenting.phase()) {
      case WAITING, FAILED ->
          scene.facilities().readers().codes().lens().map(lens -> new Step.Camera(lens.label()));
      case READING, CONFIRM -> Optional.empty();
    };
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    presenting.answer(scene, answer);
  }

  /** Decoding an e-voucher broke down; the readers still listen. */
  @Override
  public void failed(Scene scene) {
    decoding = false;
    refuse(scene, "code.unreachable", Map.of());
  }

  @Override
  public void exit() {
    presenting.end();
    decoding = false;
  }
}
