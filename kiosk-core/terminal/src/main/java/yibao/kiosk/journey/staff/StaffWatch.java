package yibao.kiosk.journey.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.IdCardEvent;
import yibao.kiosk.hardware.SocialSecurityEvent;
import yibao.kiosk.journey.attend.CardDesk.Whose;
import yibao.kiosk.journey.visit.Readers;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.ShownCredential;

/** The readers, heeded for the cards of staff alone. */
public final class StaffWatch {
  private final List<Devices.Subscription> watches = new ArrayList<>();

  /** Whose card this is, and where it is being registered, hands it over. */
  public static Whose whose(Scene scene, ShownCredential shown) {
    return shown
        .cardNumber()
        .map(scene.facilities().attendance().cards()::shown)
        .orElseGet(Whose.Citizens::new);
  }

  /** Begins; tells each time somebody of the staff has shown their card. */
  public void begin(Scene scene, Consumer<Attendant> came) {
    end();
    Readers readers = scene.facilities().readers();
    Consumer<IdCardEvent> idCard =
        scene.guarded(
            event -> {
              if (event instanceof IdCardEvent.Read(var document)) {
                look(scene, new ShownCredential.Chip(document), came);
              }
            });
    Consumer<SocialSecurityEvent> ssCard =
        scene.guarded(
            event -> {
              if (event instanceof SocialSecurityEvent.Read(var card)) {
                look(scene, new ShownCredential.Card(card), came);
              }
            });
    watches.add(readers.idCards().watch(idCard));
    watches.add(readers.ssCards().watch(ssCard));
  }

  private void look(Scene scene, ShownCredential shown, Consumer<Attendant> came) {
    Optional.of(whose(scene, shown))
        .filter(Whose.Staffs.class::isInstance)
        .map(Whose.Staffs.class::cast)
        .ifPresent(
            staffs -> {
              end();
              came.accept(new Attendant(staffs.number()));
            });
  }

  /** The readers are heeded no more. */
  public void end() {
    watches.forEach(Devices.Subscription::close);
    watches.clear();
  }
}
