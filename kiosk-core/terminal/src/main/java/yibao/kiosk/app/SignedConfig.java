package yibao.kiosk.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import yibao.kiosk.store.DurableFile;
import yibao.telemetry.OrderSeal;

/**
 * A configuration that somebody answers for. Where the folder {@link #KEYS} beside it holds public
 * keys (Ed25519, PEM, as those for updates are), it is served only with a manifest as an update has
 * one: first line the version, the others sha256sum's lines for the configuration and whatever else
 * shall not be changed; {@code manifest.sig} is the signature of one of the keys over it.
 */
public final class SignedConfig {

  /** Folder of the public keys, beside the configuration. */
  static final String KEYS = "config-keys";

  private static final String MANIFEST = "manifest";
  private static final String NEWEST = "config-version";
  private static final Pattern VERSION = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){0,3}");
  private static final Pattern SUM = Pattern.compile("([0-9a-f]{64}) [ *](.+)");

  private SignedConfig() {}

  /**
   * Whether a configuration is served only as its publisher signed it: whatever is changed here
   * would never start.
   */
  public static boolean demanded(Path file) {
    try {
      return !keys(file.toAbsolutePath().getParent().resolve(KEYS)).isEmpty();
    } catch (IOException e) {
      throw new TerminalConfig.Unusable("配置的签名查不了：" + e.getMessage());
    }
  }

  /**
   * Looks at a configuration before it is served; without keys anything will do.
   *
   * @throws TerminalConfig.Unusable for one that is not signed where it has to be, that differs
   *     from what was signed, that is older than one served before, or that {@link
   *     TerminalConfig#read} refuses
   */
  public static void require(Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      List<Path> keys = keys(folder.resolve(KEYS));
      if (!keys.isEmpty()) {
        List<String> manifest = signedManifest(folder, keys);
        String version = manifest.getFirst();
        demand(VERSION.matcher(version).matches(), "签名清单的第一行要写版本号，如 12 或 1.2");
        requireUnchanged(folder, file, manifest.subList(1, manifest.size()));
        requireNotOlder(TerminalConfig.read(file).data(), version);
      }
    } catch (IOException e) {
      throw new TerminalConfig.Unusable("配置的签名查不了：" + e.getMessage());
    }
  }

  private static List<Path> keys(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(it -> it.toString().endsWith(".pem")).sorted().toList();
    }
  }

  private static List<String> signedManifest(Path folder, List<Path> keys) throws IOException {
    Path manifest = folder.resolve(MANIFEST);
    Path signature = folder.resolve(MANIFEST + ".sig");
    demand(
        Files.exists(manifest) && Files.exists(signature),
        "这台终端只用签过名的配置，没有找到 " + manifest + " 和 " + signature.getFileName());
    byte[] content = Files.readAllBytes(manifest);
    byte[] signed = Files.readAllBytes(signature);
    boolean good = false;
    for (Path key : keys) {
      good |= isSigned(content, signed, key);
    }
    demand(good, "配置的签名不对，只接受 " + folder.resolve(KEYS) + " 里的公钥签过的配置");
    return new String(content, StandardCharsets.UTF_8).lines().toList();
  }

  private static boolean isSigned(byte[] content, byte[] signed, Path key) throws IOException {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(OrderSeal.publicKey(key));
      signature.update(content);
      return signature.verify(signed);
    } catch (GeneralSecurityException notOne) {
      return false;
    }
  }

  private static void requireUnchanged(Path folder, Path config, List<String> sums)
      throws IOException {
    boolean named = false;
    for (String line : sums) {
      Matcher sum = SUM.matcher(line);
      demand(sum.matches(), "签名清单里有一行不是 sha256sum 写的");
      Path file = folder.resolve(sum.group(2)).normalize();
      demand(
          Files.isRegularFile(file) && sha256(file).equals(sum.group(1)),
          file + " 与签名时不同，或者不完整；请换回签过名的，或重新签名");
      named |= file.equals(config.toAbsolutePath().normalize());
    }
    demand(named, "签名清单里没有 " + config.getFileName());
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] some = new byte[8192];
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        digest.update(some, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The newest version served is kept with the data: who takes the data away has no terminal. */
  private static void requireNotOlder(Path data, String version) throws IOException {
    Path file = data.resolve(NEWEST);
    Optional<String> newest =
        Files.exists(file)
            ? Files.readString(file).lines().findFirst().filter(it -> VERSION.matcher(it).matches())
            : Optional.empty();
    int step = newest.map(it -> compare(version, it)).orElse(1);
    demand(step >= 0, "配置的版本 " + version + " 比用过的 " + newest.orElse("") + " 旧，没有采用");
    if (step > 0) {
      new DurableFile(file).write((version + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  private static int compare(String one, String other) {
    return Arrays.compare(numbers(one), numbers(other));
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
  }

  private static void demand(boolean holds, String otherwise) {
    if (!holds) {
      throw new TerminalConfig.Unusable(otherwise);
    }
  }
}
