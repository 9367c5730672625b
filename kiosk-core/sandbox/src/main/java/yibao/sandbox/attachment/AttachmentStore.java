package yibao.sandbox.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Attachments by SHA-256 digest, 64 hexadecimal digits. What it says it has is on disk. */
public final class AttachmentStore {

  private final Path directory;

  /** A store in {@code directory}, created when missing. */
  public AttachmentStore(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
  }

  /** What became of a part. */
  public sealed interface Received {
    /** It is kept; so many bytes of the attachment are there now. */
    record Kept(long bytes) implements Received {}

    /** All bytes are there and they are other than the digest says; everything is thrown away. */
    record WrongDigest() implements Received {}

    /** The part does not begin where the last one ended. */
    record OutOfOrder(long bytes) implements Received {}
  }

  /** How many bytes of an attachment are there. */
  public synchronized long bytes(String digest) {
    try {
      Path whole = whole(digest);
      Path part = part(digest);
      return Files.exists(whole) ? Files.size(whole) : Files.exists(part) ? Files.size(part) : 0;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Whether an attachment is there from its first byte to its last. */
  public boolean isWhole(String digest) {
    return Files.exists(whole(digest));
  }

  /**
   * Takes the bytes from {@code offset} on.
   *
   * @param size how many bytes the whole attachment has
   */
  public synchronized Received receive(String digest, long size, long offset, byte[] bytes) {
    long there = bytes(digest);
    if (isWhole(digest)) {
      return new Received.Kept(there);
    }
    if (offset != there || offset + bytes.length > size) {
      return new Received.OutOfOrder(there);
    }
    try {
      append(part(digest), bytes);
      long now = there + bytes.length;
      if (now < size) {
        return new Received.Kept(now);
      }
      if (!digestOf(part(digest)).equals(digest)) {
        Files.delete(part(digest));
        return new Received.WrongDigest();
      }
      Files.move(part(digest), whole(digest), StandardCopyOption.ATOMIC_MOVE);
      return new Received.Kept(now);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static void append(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.position(channel.size());
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private static String digestOf(Path file) throws IOException {
    try (InputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Path part(String digest) {
    return directory.resolve(digest + ".part");
  }

  private Path whole(String digest) {
    return directory.resolve(digest);
  }
}
