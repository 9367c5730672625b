package yibao.kiosk.journey.ending;

import java.util.Optional;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.paper.Paper;
import yibao.kiosk.paper.TakeAway;

/** A paper that lies ready for the citizen's phone, once and for a while. */
final class PhoneOffer {

  private Optional<TakeAway.Link> link = Optional.empty();
  private Runnable withdraw = () -> {};

  /** Whether phones reach this terminal. */
  static boolean possible(Scene scene) {
    return scene.facilities().printers().takeAway().isPresent();
  }

  /** The address the screen may show as a QR symbol. */
  Optional<TakeAway.Link> link() {
    return link;
  }

  /**
   * Lays the paper out.
   *
   * @param taken called once a phone has fetched it
   */
  void make(Scene scene, Paper offered, Runnable taken) {
    Optional<TakeAway> phones = scene.facilities().printers().takeAway();
    link =
        phones.map(
            phone ->
                phone.offer(
                    offered,
                    () -> {
                      scene.facilities().papers().cameOut(offered, "taken");
                      taken.run();
                    }));
    withdraw = () -> phones.ifPresent(TakeAway::withdraw);
  }

  /** Nobody fetches it any more. */
  void end() {
    link = Optional.empty();
    withdraw.run();
    withdraw = () -> {};
  }
}
