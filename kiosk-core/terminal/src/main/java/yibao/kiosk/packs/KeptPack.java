package yibao.kiosk.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of the last faultless pack, on the terminal's own disk.
 *
 * <p>Written beside the one before and put in its place by renaming, so that a power cut leaves the
 * one or the other.
 */
final class KeptPack {

  private final Path current;
  private final Path next;
  private final Path before;

  KeptPack(Path folder) {
    current = folder.resolve("current");
    next = folder.resolve("next");
    before = folder.resolve("before");
  }

  /** The regions folder of the copy; nothing is in it when none was ever kept. */
  Path root() {
    try {
      if (!Files.exists(current) && Files.exists(before)) {
        Files.move(before, current, StandardCopyOption.ATOMIC_MOVE);
      }
      return current;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look after the kept region pack " + current, e);
    }
  }

  /** Keeps these folders of a regions folder in place of what was kept before. */
  void keep(Path root, List<String> folders) {
    try {
      if (isKept(root, folders)) {
        return;
      }
      delete(next);
      Files.createDirectories(next);
      for (String folder : folders) {
        for (Path file : filesIn(root.resolve(folder))) {
          copy(file, next.resolve(root.relativize(file)));
        }
      }
      delete(before);
      if (Files.exists(current)) {
        Files.move(current, before, StandardCopyOption.ATOMIC_MOVE);
      }
      Files.move(next, current, StandardCopyOption.ATOMIC_MOVE);
      delete(before);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep a copy of the region pack in " + current, e);
    }
  }

  /** A terminal starts far more often than its pack is replaced; then nothing need be written. */
  private boolean isKept(Path root, List<String> folders) throws IOException {
    for (String folder : folders) {
      List<Path> files = filesIn(root.resolve(folder));
      List<Path> copies = filesIn(current.resolve(folder));
      if (files.size() != copies.size()) {
        return false;
      }
      for (Path file : files) {
        Path copy = current.resolve(root.relativize(file));
        if (!Files.exists(copy) || Files.mismatch(file, copy) >= 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** The files below a folder, in order; none when it is not there. */
  static List<Path> filesIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void copy(Path file, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    Files.copy(file, target);
    try (FileChannel written = FileChannel.open(target, StandardOpenOption.WRITE)) {
      written.force(true);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
