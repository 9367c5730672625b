package yibao.kiosk.journey.identify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import yibao.kiosk.catalog.Credential;
import yibao.kiosk.catalog.CredentialRule;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.IdCardEvent;
import yibao.kiosk.hardware.ScanStation.Scanned;
import yibao.kiosk.hardware.SocialSecurityEvent;
import yibao.kiosk.identity.IdentityDocument;
import yibao.kiosk.identity.SocialSecurityCard;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.Step.Identify.Accepted;
import yibao.kiosk.journey.view.Step.Identify.Phase;
import yibao.kiosk.journey.visit.Accepts;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Misread;
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

  private static final List<Choice> RETRY = List.of(new Choice("retry", "再试一次", true));

  private final Optional<CredentialRule> own;
  private final Predicate<Visit> wanted;
  private final boolean atTheDoor;
  private Phase phase = Phase.WAITING;
  private Optional<Notice> notice = Optional.empty();
  private final List<Devices.Subscription> watches = new ArrayList<>();
  private boolean decoding;

  /** Asks for what the item asks for. */
  public IdentifyStage() {
    this.own = Optional.empty();
    this.wanted = visit -> visit.branch().filter(b -> b.credential().isRequired()).isPresent();
    this.atTheDoor = false;
  }

  /**
   * Asks for a credential that the item itself does not ask for.
   *
   * @param wanted whether this visit needs it
   */
  public IdentifyStage(CredentialRule own, Predicate<Visit> wanted) {
    this(own, wanted, false);
  }

  private IdentifyStage(CredentialRule own, Predicate<Visit> wanted, boolean atTheDoor) {
    this.own = Optional.of(own);
    this.wanted = wanted;
    this.atTheDoor = atTheDoor;
  }

  /** Asks nobody, but whoever lays a card or holds up an e-voucher is taken for a visitor. */
  public static IdentifyStage atTheDoor() {
    return new IdentifyStage(CredentialRule.any(), _ -> true, true);
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
    return phase == Phase.WAITING;
  }

  /** Nobody is there to be told of a reader's trouble or of a code that is no credential. */
  private boolean nobodyThere() {
    return atTheDoor && waits();
  }

  @Override
  public Pace pace() {
    return switch (phase) {
      case READING -> Pace.WORKING;
      case CONFIRM -> Pace.READING;
      case WAITING, FAILED -> Pace.BROWSING;
    };
  }

  /** Whoever comes with a credential from another item is told that it will not do here. */
  @Override
  public void enter(Scene scene) {
    listen(scene);
    scene
        .visit()
        .credential()
        .flatMap(shown -> check(scene).of(shown))
        .ifPresent(
            why -> {
              scene.visit().forgetIdentity();
              phase = Phase.FAILED;
              notice = Optional.of(warning(scene, why.code(), why.code(), why.params()));
            });
  }

  /** Cards are looked for even where they will not do, so that somebody can say so. */
  private void listen(Scene scene) {
    exit();
    phase = Phase.WAITING;
    notice = Optional.empty();
    Readers readers = scene.facilities().readers();
    watches.add(readers.idCards().watch(scene.guarded(event -> heard(scene, event))));
    watches.add(readers.ssCards().watch(scene.guarded(event -> heard(scene, event))));
    if (rule(scene.visit()).accepts(Credential.E_VOUCHER)) {
      watches.add(readers.codes().watch(scene.guarded(code -> heard(scene, code))));
    }
  }

  /** Whether what a reader says still matters: nothing was accepted, and nothing is being asked. */
  private boolean listening() {
    return !watches.isEmpty() && !decoding;
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
        show(scene, Phase.READING, Optional.empty());
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
            why -> refuse(scene, why.code(), why.params()),
            () -> show(scene, Phase.READING, Optional.empty()));
  }

  private void failed(Scene scene, Credential kind, String code, String otherwise) {
    if (rule(scene.visit()).accepts(kind) && !nobodyThere()) {
      refuse(scene, code, otherwise, Map.of());
    }
  }

  private void shown(Scene scene, ShownCredential credential) {
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
      show(scene, Phase.CONFIRM, Optional.empty());
    } else {
      scene.next();
    }
  }

  private void refuse(Scene scene, String code, Map<String, String> params) {
    refuse(scene, code, code, params);
  }

  private void refuse(Scene scene, String code, String otherwise, Map<String, String> params) {
    Optional<Notice> why = Optional.of(warning(scene, code, otherwise, params));
    if (phase != Phase.FAILED || !notice.equals(why)) {
      show(scene, Phase.FAILED, why);
    }
  }

  private static Notice warning(
      Scene scene, String code, String otherwise, Map<String, String> params) {
    return new Notice(
        code, scene.facilities().sentences().sayOr(code, otherwise, params), Notice.Tone.WARNING);
  }

  private CredentialCheck check(Scene scene) {
    return new CredentialCheck(rule(scene.visit()), scene.facilities().today());
  }

  private CredentialRule rule(Visit visit) {
    return own.orElseGet(() -> visit.branch().orElseThrow().credential());
  }

  private void show(Scene scene, Phase next, Optional<Notice> why) {
    phase = next;
    notice = why;
    scene.pace();
    scene.refresh();
  }

  @Override
  public Step show(Scene scene) {
    List<Accepted> accepts = Accepts.of(rule(scene.visit()), scene.facilities().site().readable());
    return new Step.Identify(
        phase,
        scene.visit().agency().isPresent()
            ? Step.Identify.Whose.PRINCIPAL
            : Step.Identify.Whose.SELF,
        accepts,
        accepts.contains(Accepted.E_VOUCHER) ? camera(scene) : Optional.empty(),
        notice,
        phase == Phase.FAILED ? RETRY : List.of());
  }

  /** The screen's camera, while it can be of use. */
  private Optional<Step.Camera> camera(Scene scene) {
    return switch (phase) {
      case WAITING, FAILED ->
          scene.facilities().readers().codes().lens().map(lens -> new Step.Camera(lens.label()));
      case READING, CONFIRM -> Optional.empty();
    };
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    switch (phase) {
      case CONFIRM -> {
        if (Answers.flag(answer, "me")) {
          scene.next();
        } else {
          scene.visit().forgetIdentity();
          again(scene);
        }
      }
      case FAILED -> {
        Answers.choice(answer, RETRY);
        again(scene);
      }
      case WAITING, READING -> throw new Misread("step", "nothing while the readers listen");
    }
  }

  private void again(Scene scene) {
    listen(scene);
    scene.pace();
    scene.refresh();
  }

  /** Decoding an e-voucher broke down; the readers still listen. */
  @Override
  public void failed(Scene scene) {
    decoding = false;
    refuse(scene, "code.unreachable", Map.of());
  }

  @Override
  public void exit() {
    watches.forEach(Devices.Subscription::close);
    watches.clear();
    decoding = false;
  }
}
