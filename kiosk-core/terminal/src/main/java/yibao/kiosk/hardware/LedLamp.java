package yibao.kiosk.hardware;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A lamp that Linux drives as a LED: the kernel's {@code /sys/class/leds/NAME} with its files
 * {@code brightness} and {@code max_brightness}.
 *
 * @param folder the LED's folder
 */
public record LedLamp(Path folder) implements Lamp {
  private static final Logger LOG = System.getLogger(LedLamp.class.getName());

  @Override
  public void shine(boolean on) {
    try {
      String most = Files.readString(folder.resolve("max_brightness")).strip();
      Files.writeString(folder.resolve("brightness"), on ? most : "0");
    } catch (IOException e) {
      LOG.log(
          Level.WARNING,
          "[camera.lamp] the lamp {0} cannot be switched: {1}",
          folder,
          e.getClass().getName());
    }
  }
}
