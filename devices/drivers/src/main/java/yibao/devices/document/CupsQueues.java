package yibao.devices.document;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Types;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The queues of a spooler (CUPS): printers that a terminal could be given by their address. */
public final class CupsQueues {
  /** The spooler of this machine, where there is one. */
  public static final URI OF_THIS_MACHINE = URI.create("ipp://localhost:631/");

  /** CUPS-Get-Printers, an operation of CUPS beside those of RFC 8011. */
  private static final int GET_PRINTERS = 0x4002;

  private static final int MOST = 100;
  private static final byte[] NO_DOCUMENT = {};

  private CupsQueues() {}

  /**
   * A queue.
   *
   * @param address such as {@code ipp://localhost/printers/a4}, as {@link DocumentPrinter} takes it
   * @param model what prints there, as far as the spooler knows; may be empty
   */
  public record Queue(String address, String model) {}

  /**
   * Asks a spooler for its queues.
   *
   * @param spooler such as {@link #OF_THIS_MACHINE}
   * @param limit how long it may take
   * @return the first hundred
   * @throws IOException when there is no spooler or it does not say
   */
  public static List<Queue> at(URI spooler, Duration limit) throws IOException {
    try (HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(limit)
            .build()) {
      return new IppExchange(http, spooler, limit)
          .send(question(), NO_DOCUMENT).getAttributeGroups().stream()
              .filter(group -> group.getTag().equals(Tag.printerAttributes))
              .flatMap(group -> queue(group).stream())
              .limit(MOST)
              .toList();
    }
  }

  private static IppPacket question() {
    return new IppPacket.Builder(
            GET_PRINTERS, IppPacket.DEFAULT_VERSION_NUMBER, IppPacket.DEFAULT_REQUEST_ID)
        .putOperationAttributes(
            Types.attributesCharset.of("utf-8"),
            Types.attributesNaturalLanguage.of("en"),
            Types.requestedAttributes.of(
                Types.printerUriSupported.getName(), Types.printerMakeAndModel.getName()))
        .build();
  }

  private static Optional<Queue> queue(AttributeGroup printer) {
    List<URI> addresses = printer.getValues(Types.printerUriSupported);
    List<String> models = printer.getStrings(Types.printerMakeAndModel);
    return addresses.stream()
        .findFirst()
        .map(address -> new Queue(address.toString(), models.isEmpty() ? "" : models.getFirst()));
  }
}
