package yibao.kiosk.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.IdCardEvent;
import yibao.kiosk.hardware.SocialSecurityEvent;
import yibao.kiosk.identity.IdentityDocument;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Agency;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Facilities;
import yibao.kiosk.journey.visit.Readers;
import yibao.kiosk.journey.visit.ShownCredential;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.record.InsuredPerson;

/**
 * Somebody else's card in the middle of a visit 换人办理: it is asked whether they are to take over,
 * and nothing of the card goes into the visit. Staff's cards are nobody else's. To be used under
 * the journey's lock.
 */
final class OtherCard {
  private static final Choice CHANGE = new Choice("change", "换人办理", false);
  private static final Choice STAY = new Choice("stay", "继续办我的", true);
  private static final List<Choice> CHOICES = List.of(CHANGE, STAY);

  private final Facilities facilities;
  private final Consumer<ShownCredential> laid;
  private final List<Devices.Subscription> watches = new ArrayList<>();
  private Optional<ShownCredential> asked = Optional.empty();

  /**
   * Heeds nothing yet.
   *
   * @param laid hears of every card, on the reader's thread
   */
  OtherCard(Facilities facilities, Consumer<ShownCredential> laid) {
    this.facilities = facilities;
    this.laid = laid;
  }

  /** Whether the readers are heeded from now on. */
  void heed(boolean wanted) {
    if (!wanted) {
      watches.forEach(Devices.Subscription::close);
      watches.clear();
    } else if (watches.isEmpty()) {
      Readers readers = facilities.readers();
      watches.add(
          readers
              .idCards()
              .watch(
                  event -> {
                    if (event instanceof IdCardEvent.Read(var document)) {
                      laid.accept(new ShownCredential.Chip(document));
                    }
                  }));
      watches.add(
          readers
              .ssCards()
              .watch(
                  event -> {
                    if (event instanceof SocialSecurityEvent.Read(var card)) {
                      laid.accept(new ShownCredential.Card(card));
                    }
                  }));
    }
  }

  /** Whether it is to be asked because of this card. */
  boolean asks(ShownCredential shown, Visit visit) {
    if (watches.isEmpty() || isOf(visit, shown) || isOfStaff(shown)) {
      return false;
    }
    asked = Optional.of(shown);
    return true;
  }

  private boolean isOfStaff(ShownCredential shown) {
    return shown.cardNumber().flatMap(facilities.attendance().cards()::holder).isPresent();
  }

  /** Whether it is a card of anybody this visit knows to stand here. */
  private static boolean isOf(Visit visit, ShownCredential shown) {
    boolean sameCard =
        visit
            .credential()
            .flatMap(ShownCredential::cardNumber)
            .filter(number -> shown.cardNumber().equals(Optional.of(number)))
            .isPresent();
    return sameCard
        || shown
            .holderNumber()
            .filter(number -> numbers(visit).anyMatch(number::equals))
            .isPresent();
  }

  private static Stream<String> numbers(Visit visit) {
    return Stream.of(
            visit.credential().flatMap(ShownCredential::holderNumber),
            visit.person().map(InsuredPerson::certificateNumber),
            visit.agency().flatMap(Agency::agent).map(IdentityDocument::number))
        .flatMap(Optional::stream);
  }

  /** Whether the question stands. */
  boolean isAsked() {
    return asked.isPresent();
  }

  /** It is asked no more. */
  void forget() {
    asked = Optional.empty();
  }

  /** The question, which says nothing of either of them. */
  Step show() {
    return new Step.Eligibility(
        new Notice(
            "visit.other-card",
            facilities.sentences().say("visit.other-card"),
            Notice.Tone.WARNING),
        List.of(),
        CHOICES);
  }

  /**
   * The answer to it, after which it is asked no more.
   *
   * @return whose visit begins; empty where this one goes on
   */
  Optional<ShownCredential> answer(JsonNode answer) {
    boolean change = Answers.choice(answer, CHOICES).equals(CHANGE.id());
    Optional<ShownCredential> next = asked.filter(_ -> change);
    forget();
    return next;
  }
}
