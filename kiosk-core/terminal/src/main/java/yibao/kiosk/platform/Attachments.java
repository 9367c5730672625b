package yibao.kiosk.platform;

import java.io.IOException;

/**
 * Sends scans to the platform, before the filing that names them. A scan is known by its digest:
 * what is there already is not sent again, by whichever terminal.
 */
public interface Attachments {

  /**
   * Sends what the platform does not have yet of a scan. After anything but {@link
   * AttachmentReply.Whole} calling again goes on where this call stopped. Blocks while parts are
   * being sent, each a bounded time.
   *
   * @throws IOException when the scan itself cannot be read
   */
  AttachmentReply send(Scan scan) throws IOException;

  /**
   * A scanned page or document.
   *
   * @param digest SHA-256 of the bytes, 64 lower-case hexadecimal digits
   * @param mediaType e.g. {@code image/jpeg}
   * @param size how many bytes
   * @param content the bytes
   */
  record Scan(String digest, String mediaType, int size, Content content) {}

  /** Bytes of a scan, wherever they are kept. */
  interface Content {
    /** {@code length} bytes from {@code offset} on; both lie within the scan. */
    byte[] read(int offset, int length) throws IOException;
  }

  /** How sending ended. */
  sealed interface AttachmentReply {

    /** All of it is there. */
    record Whole() implements AttachmentReply {}

    /** The province takes no attachments this way. */
    record NotOffered() implements AttachmentReply {}

    /** The platform will not take it. */
    record Refused(String code, String words) implements AttachmentReply {}

    /**
     * Broke off.
     *
     * @param cause stable code of the fault
     */
    record BrokeOff(String cause) implements AttachmentReply {}
  }
}
