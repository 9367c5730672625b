package yibao.kiosk.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import yibao.kiosk.store.DurableFile;
import yibao.telemetry.Message;
import yibao.telemetry.MessageJson;

/**
 * Where the hall's defaults lie, sealed as they came: those in use, those before them, and how
 * often the ones in use were started with until they served. Each change is one rename; only the
 * service writes there.
 */
final class DefaultsShelf {
  private static final ObjectMapper JSON = MessageJson.mapper();
  private static final int MOST_TRIES = 2;

  private final Path folder;

  /**
   * @param data the terminal's data directory
   */
  DefaultsShelf(Path data) {
    this.folder = data.resolve("defaults");
  }

  /** Those in use. */
  Optional<Message.Defaults> inUse() {
    return read(folder.resolve("in-use.json"));
  }

  /** Puts others in use; those before them are kept. */
  void put(Message.Defaults sealed) {
    try {
      Path inUse = folder.resolve("in-use.json");
      if (Files.exists(inUse)) {
        write("before.json", Files.readString(inUse));
      } else {
        Files.deleteIfExists(folder.resolve("before.json"));
      }
      // A trial that is begun too early costs nothing; defaults without one could not be left.
      write("trial", "");
      write("in-use.json", JSON.writeValueAsString(sealed));
    } catch (IOException e) {
      throw new IllegalStateException("the hall's defaults could not be kept", e);
    }
  }

  /** Notes a start with those in use that have not served yet. */
  void started() {
    trial().ifPresent(tries -> write("trial", tries + "."));
  }

  /** Whether those in use have had their starts and never served. */
  boolean failed() {
    return trial().filter(tries -> tries.length() >= MOST_TRIES).isPresent();
  }

  /** Goes back to those before, or to none. */
  void rollBack() {
    try {
      Path before = folder.resolve("before.json");
      if (Files.exists(before)) {
        Files.move(before, folder.resolve("in-use.json"), StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.deleteIfExists(folder.resolve("in-use.json"));
      }
      Files.deleteIfExists(folder.resolve("trial"));
    } catch (IOException e) {
      throw new IllegalStateException("the hall's defaults could not be rolled back", e);
    }
  }

  /** Notes that the terminal serves with those in use. */
  void served() {
    try {
      Files.deleteIfExists(folder.resolve("trial"));
    } catch (IOException e) {
      throw new IllegalStateException("the hall's defaults could not be confirmed", e);
    }
  }

  /** A text as a file, whose name and lines faults are told by. */
  Path asFile(String text) {
    return write("defaults.yaml", text);
  }

  /** Notes why some were not taken, or are not used any more; empty where all is well. */
  void complain(String why) {
    write("complaint", why);
  }

  /** What was noted last. */
  Optional<String> complaint() {
    return text("complaint").filter(it -> !it.isBlank());
  }

  private Optional<String> trial() {
    return text("trial");
  }

  private Optional<Message.Defaults> read(Path file) {
    return text(file.getFileName().toString())
        .flatMap(
            text -> {
              try {
                return JSON.readValue(text, Message.class) instanceof Message.Defaults sealed
                    ? Optional.of(sealed)
                    : Optional.empty();
              } catch (IOException e) {
                // Whoever altered it gets nothing but the terminal's own configuration.
                return Optional.empty();
              }
            });
  }

  private Optional<String> text(String name) {
    Path file = folder.resolve(name);
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Path write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      new DurableFile(file).write(text.getBytes(StandardCharsets.UTF_8));
      return file;
    } catch (IOException e) {
      throw new IllegalStateException("the hall's defaults could not be kept", e);
    }
  }
}
