package yibao.kiosk.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keys read from a text file: a line is {@code <id> <32 bytes in Base64> [<cipher>]}, the last line
 * is the current key; the cipher is {@code aes-256-gcm} where it is left out.
 *
 * <p>Two files are known. In systemd's credentials directory ({@code systemd.exec}, section
 * Credentials) the file is decrypted for one start of the service and never reaches the disk: that
 * is the way to run a terminal in a hall. Anywhere else it is the <b>weaker fallback</b>: the keys
 * lie in the clear on some disk, and whoever takes that disk too can read everything. Its directory
 * must therefore be another than the data directory, best another medium.
 */
public final class FileKeyRing implements KeyRing {

  /** Name of the file in either directory. */
  public static final String FILE_NAME = "yibao-data-keys";

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final List<DataKey> keys;
  private final Protection protection;

  private FileKeyRing(List<DataKey> keys, Protection protection) {
    this.keys = List.copyOf(keys);
    this.protection = protection;
  }

  /**
   * The keys the service manager handed over.
   *
   * @param credentials the directory named by {@code CREDENTIALS_DIRECTORY}
   * @return empty where it holds none
   * @throws StoreFault when the file is there and cannot be understood
   */
  public static Optional<FileKeyRing> fromCredentials(Path credentials) {
    Path file = credentials.resolve(FILE_NAME);
    return Files.exists(file)
        ? Optional.of(new FileKeyRing(read(file), Protection.SEALED))
        : Optional.empty();
  }

  /**
   * The keys of a plain file, the weaker fallback.
   *
   * @return empty where the directory holds none
   * @throws StoreFault when the file is there and cannot be understood, or others may read it
   */
  public static Optional<FileKeyRing> fromDirectory(Path directory) {
    Path file = directory.resolve(FILE_NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    requireOwnerOnly(file);
    return Optional.of(new FileKeyRing(read(file), Protection.FILE));
  }

  /**
   * Writes a new current key behind those the directory's file has, making both where there are
   * none. The file is replaced whole, so that a power cut leaves the old one or the new one.
   *
   * @param cipher what the new key is used with
   * @return the ring with the new key
   * @throws StoreFault when the file cannot be written
   */
  public static FileKeyRing addKey(Path directory, SecureRandom random, DataCipher cipher) {
    List<DataKey> keys =
        new ArrayList<>(fromDirectory(directory).map(r -> r.keys).orElse(List.of()));
    keys.add(fresh(random, cipher));
    write(directory, keys);
    return new FileKeyRing(keys, Protection.FILE);
  }

  @Override
  public DataKey current() {
    return keys.getLast();
  }

  @Override
  public Optional<DataKey> find(String id) {
    return keys.stream().filter(key -> key.id().equals(id)).findFirst();
  }

  @Override
  public Protection protection() {
    return protection;
  }

  private static DataKey fresh(SecureRandom random, DataCipher cipher) {
    byte[] id = new byte[6];
    random.nextBytes(id);
    byte[] material = new byte[DataKey.LENGTH];
    random.nextBytes(material);
    return new DataKey(HexFormat.of().formatHex(id), material, cipher);
  }

  private static List<DataKey> read(Path file) {
    try {
      List<DataKey> keys = new ArrayList<>();
      for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
        if (!line.isBlank()) {
          String[] words = line.strip().split(" ");
          String cipher = words.length > 2 ? words[2] : DataCipher.AES_256_GCM.word();
          keys.add(
              new DataKey(
                  words[0],
                  Base64.getDecoder().decode(words[1]),
                  DataCipher.of(cipher).orElseThrow(() -> unreadable(file, null))));
        }
      }
      if (keys.isEmpty()) {
        throw unreadable(file, null);
      }
      return keys;
    } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw unreadable(file, e);
    }
  }

  private static StoreFault unreadable(Path file, Exception cause) {
    // The cause's message may quote the line, which is the key.
    String kind = cause == null ? "no key in it" : cause.getClass().getSimpleName();
    return new StoreFault(
        StoreFault.KEY_MISSING, "cannot read the keys in " + file + " (" + kind + ")");
  }

  private static void requireOwnerOnly(Path file) {
    try {
      Set<PosixFilePermission> open = EnumSet.copyOf(Files.getPosixFilePermissions(file));
      open.removeAll(OWNER_ONLY);
      open.remove(PosixFilePermission.OWNER_EXECUTE);
      if (!open.isEmpty()) {
        throw new StoreFault(
            StoreFault.KEY_MISSING, "others may read " + file + ": chmod 600, then rotate the key");
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static void write(Path directory, List<DataKey> keys) {
    StringBuilder text = new StringBuilder();
    for (DataKey key : keys) {
      text.append(key.id())
          .append(' ')
          .append(Base64.getEncoder().encodeToString(key.material()))
          .append(' ')
          .append(key.cipher().word())
          .append('\n');
    }
    try {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      new DurableFile(directory.resolve(FILE_NAME))
          .write(
              text.toString().getBytes(StandardCharsets.US_ASCII),
              PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } catch (IOException e) {
      throw new StoreFault(StoreFault.CANNOT_OPEN, "cannot write keys to " + directory, e);
    }
  }
}
