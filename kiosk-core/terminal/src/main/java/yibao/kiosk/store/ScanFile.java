package yibao.kiosk.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/**
 * One scan's file: pieces of 64 KiB, each encrypted and bound to its place, so that a part can be
 * read without the rest and no piece can be changed, moved or left out.
 */
final class ScanFile {
  private static final int PIECE = 64 << 10;

  /** What {@link RecordCipher} adds to a piece under the one-letter id of a scan's key. */
  private static final int ADDED = 3 + 12 + 16;

  private final Path path;
  private final String digest;
  private final int size;
  private final RecordCipher cipher;

  /**
   * A file, there or not.
   *
   * @param cipher under the scan's own key, whose id has one letter
   */
  ScanFile(Path path, String digest, int size, RecordCipher cipher) {
    this.path = path;
    this.digest = digest;
    this.size = size;
    this.cipher = cipher;
  }

  /** Writes the file in one step: after a power cut it is there whole or not at all. */
  void write(byte[] bytes) throws IOException {
    Path fresh = path.resolveSibling(path.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      for (int piece = 0; piece * PIECE < size; piece++) {
        byte[] plain =
            Arrays.copyOfRange(bytes, piece * PIECE, Math.min(size, (piece + 1) * PIECE));
        writeFully(channel, cipher.encrypt(place(piece), plain));
      }
      channel.force(true);
    }
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel directory = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  /** Reads {@code length} bytes from {@code offset} on, both within the scan. */
  byte[] read(int offset, int length) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(length);
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      int end = offset + length;
      for (int piece = offset / PIECE; piece * PIECE < end; piece++) {
        byte[] plain = piece(channel, piece);
        int from = Math.max(0, offset - piece * PIECE);
        out.write(plain, from, Math.min(plain.length, end - piece * PIECE) - from);
      }
    }
    return out.toByteArray();
  }

  private byte[] piece(FileChannel channel, int piece) throws IOException {
    int plain = Math.min(PIECE, size - piece * PIECE);
    ByteBuffer record = ByteBuffer.allocate(plain + ADDED);
    channel.position((long) piece * (PIECE + ADDED));
    while (record.hasRemaining()) {
      if (channel.read(record) < 0) {
        throw new StoreFault(StoreFault.DAMAGED, "a scan's file is cut short; keep it");
      }
    }
    return cipher.decrypt(place(piece), record.array());
  }

  private String place(int piece) {
    return "scan/" + digest + "/" + size + "/" + piece;
  }

  /**
   * Overwrites and deletes a file. Its key is gone already; overwriting is for disks that keep what
   * lies where.
   */
  static void shred(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      long left = channel.size();
      while (left > 0) {
        int zeros = (int) Math.min(PIECE, left);
        writeFully(channel, new byte[zeros]);
        left -= zeros;
      }
      channel.force(true);
    }
    Files.delete(file);
  }

  private static void writeFully(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }
}
