package yibao.kiosk.platform.transport;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/**
 * The file of secrets that the province handed out for its gateway.
 *
 * @param gateway what the gateway wants around the envelope
 * @param tls keys and authorities for {@code https}; absent: the system's authorities
 */
public record GatewayFile(Gateway gateway, Optional<Tls> tls) {

  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.GROUP_WRITE);

  /**
   * Reads the file.
   *
   * @throws IOException when it cannot be read, is no such file, or anybody on the machine may read
   *     it; the message names the place in the file, never what stands there
   */
  public static GatewayFile read(Path file) throws IOException {
    Set<PosixFilePermission> open = EnumSet.copyOf(OTHERS);
    open.retainAll(Files.getPosixFilePermissions(file));
    if (!open.isEmpty()) {
      throw new IOException(file + " holds secrets: chmod 640");
    }
    try {
      return JsonMapper.builder(new YAMLFactory())
          .addModule(new Jdk8Module())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build()
          .readValue(file.toFile(), GatewayFile.class);
    } catch (JsonProcessingException fault) {
      throw new IOException(
          file
              + " line "
              + Optional.ofNullable(fault.getLocation()).map(JsonLocation::getLineNr).orElse(1)
              + ": not a gateway as deploy/provinces/gateway-examples.yaml shows them");
    }
  }

  /**
   * The transport to the platform.
   *
   * @throws IOException when a key file cannot be read
   * @throws GeneralSecurityException when it holds nothing that can be used
   */
  public Transport open(URI address, HttpPost.Patience patience, InstantSource clock)
      throws IOException, GeneralSecurityException {
    Optional<SSLContext> context = Optional.empty();
    if (tls.isPresent()) {
      context = Optional.of(tls.get().context());
    }
    return gateway.open(new HttpPost(address, patience, context), clock);
  }
}
