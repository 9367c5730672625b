package yibao.kiosk.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;

/**
 * A small file that a power cut leaves as it was or as it was to be, never empty or in between:
 * what is to stand there is on the disk before it takes the name. For one writer at a time.
 */
public final class DurableFile {
  private final Path file;
  private final Path draft;

  /** The file of this name, there or not. */
  public DurableFile(Path file) {
    this.file = file.toAbsolutePath();
    this.draft = file.resolveSibling(file.getFileName() + ".new").toAbsolutePath();
  }

  /**
   * Puts other content in its place; its folder is made where there is none.
   *
   * @param attributes of the new file, from its first byte on
   */
  public void write(byte[] content, FileAttribute<?>... attributes) throws IOException {
    draft(content, attributes);
    put();
  }

  /** The content to be, beside the file, to be looked at or given to somebody before it is put. */
  public Path draft(byte[] content, FileAttribute<?>... attributes) throws IOException {
    Files.createDirectories(draft.getParent());
    Files.deleteIfExists(draft);
    Files.createFile(draft, attributes);
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
    return draft;
  }

  /** Puts the draft in the file's place. */
  public void put() throws IOException {
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }
}
