package yibao.demo;

import java.time.Duration;
import yibao.devices.qr.GreyImage;
import yibao.devices.qr.QrReader;
import yibao.devices.qr.QrReading;
import yibao.simulators.scan.ScanEngineSimulator;

/** Where codes are held: before a scan engine, or before the screen's camera. */
sealed interface CodeWindow {

  /**
   * Holds a picture there.
   *
   * @return whether whatever looks at it can make anything of it, as far as is known at once
   */
  boolean hold(GreyImage picture);

  /** Holds a phone there that shows this text as a code. */
  void hold(String text);

  void takeAway();

  /** A scan engine makes a text of a picture by itself. */
  record Engine(ScanEngineSimulator scanner) implements CodeWindow {
    private static final Duration ENOUGH = Duration.ofSeconds(1);

    @Override
    public boolean hold(GreyImage picture) {
      var text = new QrReader().read(picture, ENOUGH).map(QrReading::text);
      text.ifPresent(scanner::hold);
      return text.isPresent();
    }

    @Override
    public void hold(String text) {
      scanner.hold(text);
    }

    @Override
    public void takeAway() {
      scanner.takeAway();
    }
  }

  /** The screen's camera films whatever is there. */
  record Camera(SimulatedScreen screen) implements CodeWindow {
    @Override
    public boolean hold(GreyImage picture) {
      screen.hold(picture);
      return true;
    }

    @Override
    public void hold(String text) {
      screen.hold(CameraPictures.phone(text));
    }

    @Override
    public void takeAway() {
      screen.takeCodeAway();
    }
  }
}
