package yibao.kiosk.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import yibao.kiosk.form.Places;

/** The administrative divisions that come with the program. */
final class DivisionsFile {

  private static final String NAME = "/places/divisions.csv";

  private DivisionsFile() {}

  static Places read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                DivisionsFile.class.getResourceAsStream(NAME), StandardCharsets.UTF_8))) {
      return new Places(
          lines
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split(",", 2))
              .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1])));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + NAME, e);
    }
  }
}
