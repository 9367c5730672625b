package yibao.kiosk.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the region packs are; shared by every command that reads them. */
final class RegionsFolder {

  @Option(
      names = "--regions",
      paramLabel = "DIR",
      defaultValue = "${sys:yibao.regions}",
      description = "The folder with one folder per region; the launcher knows it.")
  private Path folder;

  /** The folder; empty when none is named or it is not there. */
  Optional<Path> existing() {
    return Optional.ofNullable(folder).filter(Files::isDirectory);
  }

  /** What is missing, as a sentence. */
  String missing() {
    return folder == null
        ? "No regions folder is known: name it with --regions DIR."
        : "There is no regions folder " + folder + ": name it with --regions DIR.";
  }
}
