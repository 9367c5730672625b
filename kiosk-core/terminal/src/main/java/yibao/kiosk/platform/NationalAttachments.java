package yibao.kiosk.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Base64;

/** Sends scans in parts that fit an envelope. */
final class NationalAttachments implements Attachments {

  /** Base64 of so many bytes leaves room in an input of 40,000 characters. */
  private static final int PART_BYTES = 27_000;

  private final Asking asking;

  NationalAttachments(Asking asking) {
    this.asking = asking;
  }

  @Override
  public AttachmentReply send(Scan scan) throws IOException {
    Reply<Integer> there =
        asking.ask(
            Operation.ASK_ATTACHMENT,
            "data",
            object().put("att_dgst", scan.digest()),
            output -> received(output, scan));
    int before = -1;
    while (there instanceof Reply.Answered<Integer>(Integer bytes) && bytes < scan.size()) {
      if (bytes <= before) {
        return new AttachmentReply.BrokeOff("platform.no-progress");
      }
      before = bytes;
      there = sendPart(scan, bytes);
    }
    return switch (there) {
      case Reply.Answered<Integer> _ -> new AttachmentReply.Whole();
      case Reply.Refused<Integer>(String code, String words) ->
          new AttachmentReply.Refused(code, words);
      case Reply.Unreachable<Integer>(String cause) ->
          cause.equals(Asking.NOT_OFFERED)
              ? new AttachmentReply.NotOffered()
              : new AttachmentReply.BrokeOff(cause);
    };
  }

  private Reply<Integer> sendPart(Scan scan, int offset) throws IOException {
    byte[] part = scan.content().read(offset, Math.min(PART_BYTES, scan.size() - offset));
    ObjectNode input =
        object()
            .put("att_dgst", scan.digest())
            .put("att_type", scan.mediaType())
            .put("att_size", Integer.toString(scan.size()))
            .put("att_offset", Integer.toString(offset))
            .put("att_data", Base64.getEncoder().encodeToString(part));
    return asking.ask(Operation.SEND_ATTACHMENT, "data", input, output -> received(output, scan));
  }

  private static int received(JsonNode output, Scan scan) {
    String size = new Fields(output).child("result").required("recv_size");
    if (!size.matches("\\d{1,9}") || Integer.parseInt(size) > scan.size()) {
      throw new NotUnderstood("recv_size");
    }
    return Integer.parseInt(size);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
