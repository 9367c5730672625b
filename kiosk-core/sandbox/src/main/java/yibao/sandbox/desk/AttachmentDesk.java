package yibao.sandbox.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import yibao.sandbox.attachment.AttachmentStore;
import yibao.sandbox.attachment.AttachmentStore.Received;
import yibao.sandbox.envelope.Answer;
import yibao.sandbox.envelope.Codes;
import yibao.sandbox.envelope.Field;
import yibao.sandbox.envelope.Request;

/** Takes attachments in parts, once each: 990107 and 990108. */
final class AttachmentDesk {

  private static final int LONGEST_PART = 36_000;
  private static final long LARGEST = 30L * 1024 * 1024;
  private static final Field DIGEST = Field.required("att_dgst", 64).like("[0-9a-f]{64}");
  private static final List<Field> PART =
      List.of(
          DIGEST,
          Field.required("att_type", 60),
          Field.required("att_size", 9).like("[1-9]\\d*"),
          Field.required("att_offset", 9).like("\\d+"),
          Field.required("att_data", LONGEST_PART));

  private final AttachmentStore store;

  AttachmentDesk(AttachmentStore store) {
    this.store = store;
  }

  /** How much is there: 990107. */
  Answer ask(Request request) {
    Inputs input = new Inputs(request.input("data"));
    return input
        .fault(List.of(DIGEST))
        .map(fault -> Answer.refused(Codes.MALFORMED, fault))
        .orElseGet(() -> received(store.bytes(input.text("att_dgst"))));
  }

  /** One part: 990108. */
  Answer take(Request request) {
    Inputs input = new Inputs(request.input("data"));
    Optional<String> fault = input.fault(PART);
    if (fault.isPresent()) {
      return Answer.refused(Codes.MALFORMED, fault.get());
    }
    long size = Long.parseLong(input.text("att_size"));
    if (size > LARGEST) {
      return Answer.refused(Codes.MALFORMED, "附件超过 30 MB");
    }
    byte[] data;
    try {
      data = Base64.getDecoder().decode(input.text("att_data"));
    } catch (IllegalArgumentException notBase64) {
      return Answer.refused(Codes.MALFORMED, "att_data 格式不正确");
    }
    long offset = Long.parseLong(input.text("att_offset"));
    return switch (store.receive(input.text("att_dgst"), size, offset, data)) {
      case Received.Kept(long bytes) -> received(bytes);
      case Received.OutOfOrder(long bytes) -> received(bytes);
      case Received.WrongDigest _ -> Answer.refused(Codes.WRONG_ATTACHMENT, "附件与摘要不符");
    };
  }

  /** Why a filing that names attachments cannot be taken yet; empty when all are there. */
  Optional<Answer> missingFor(Inputs input) {
    return input.optional("att_dgsts").stream()
            .flatMap(list -> Arrays.stream(list.split(",")))
            .allMatch(store::isWhole)
        ? Optional.empty()
        : Optional.of(Answer.refused(Codes.MISSING_ATTACHMENT, "附件不全，请先上传"));
  }

  private static Answer received(long bytes) {
    ObjectNode output = JsonNodeFactory.instance.objectNode();
    output.putObject("result").put("recv_size", bytes);
    return Answer.of(output);
  }
}
