package yibao.kiosk.app;

import java.nio.file.Path;
import java.util.Optional;
import yibao.kiosk.store.FileKeyRing;
import yibao.kiosk.store.KeyRing;

/** Where a terminal's data keys are looked for. */
public final class DataKeys {

  private DataKeys() {}

  /**
   * The keys of a terminal: those the service manager handed over where there are any, otherwise
   * those of the key file.
   *
   * @param directory of the key file, the weaker fallback
   * @return empty where there are neither
   */
  public static Optional<? extends KeyRing> find(Path directory) {
    return Optional.ofNullable(System.getenv("CREDENTIALS_DIRECTORY"))
        .map(Path::of)
        .flatMap(FileKeyRing::fromCredentials)
        .or(() -> FileKeyRing.fromDirectory(directory));
  }
}
