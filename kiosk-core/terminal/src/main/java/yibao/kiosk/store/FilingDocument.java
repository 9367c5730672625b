package yibao.kiosk.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.record.Attachment;
import yibao.kiosk.record.EarlierFiling;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.InsuranceKind;
import yibao.kiosk.record.SignedCommitment;

/** The two JSON documents of a filing before they are encrypted: what was handed in, what came. */
final class FilingDocument {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FilingDocument() {}

  /**
   * What the platform answered, beside the state and the code that stand in clear.
   *
   * @param words its own words
   * @param earlier the filing in the way
   */
  record Answer(Optional<String> words, Optional<EarlierFiling> earlier) {
    static final Answer NONE = new Answer(Optional.empty(), Optional.empty());
  }

  static byte[] write(FilingDraft draft) {
    ObjectNode node = JSON.createObjectNode();
    node.put("key", draft.key().value());
    node.put("region", draft.region());
    node.put("item", draft.item());
    node.put("operation", draft.operation());
    node.put("personNumber", draft.personNumber());
    node.put("personName", draft.personName());
    node.put("certificateNumber", draft.certificateNumber());
    node.put("insuredPlace", draft.insuredPlace());
    node.put("insurance", draft.insurance().name());
    ObjectNode values = node.putObject("values");
    draft.values().forEach(values::put);
    draft
        .commitment()
        .ifPresent(
            commitment ->
                node.putObject("commitment")
                    .put("id", commitment.id())
                    .put("version", commitment.version())
                    .put("digest", commitment.digest()));
    draft.signature().ifPresent(strokes -> node.put("signature", strokes));
    write(draft.attachments(), node);
    node.put("filedOn", draft.filedOn().toString());
    return bytes(node);
  }

  static FilingDraft readDraft(byte[] document) {
    JsonNode node = tree(document);
    Map<String, String> values = new LinkedHashMap<>();
    node.required("values")
        .properties()
        .forEach(field -> values.put(field.getKey(), field.getValue().textValue()));
    return new FilingDraft(
        new FilingKey(text(node, "key")),
        text(node, "region"),
        node.required("item").intValue(),
        text(node, "operation"),
        text(node, "personNumber"),
        text(node, "personName"),
        text(node, "certificateNumber"),
        text(node, "insuredPlace"),
        InsuranceKind.valueOf(text(node, "insurance")),
        values,
        Optional.ofNullable(node.get("commitment"))
            .map(
                commitment ->
                    new SignedCommitment(
                        text(commitment, "id"),
                        text(commitment, "version"),
                        text(commitment, "digest"))),
        Optional.ofNullable(node.get("signature")).map(JsonNode::textValue),
        readAttachments(node),
        LocalDate.parse(text(node, "filedOn")));
  }

  /** Adds attachments to a document, where there are any. */
  static void write(List<Attachment> attachments, ObjectNode document) {
    if (!attachments.isEmpty()) {
      ArrayNode nodes = document.putArray("attachments");
      attachments.forEach(
          attachment ->
              nodes
                  .addObject()
                  .put("digest", attachment.digest())
                  .put("material", attachment.material())
                  .put("mediaType", attachment.mediaType())
                  .put("size", attachment.size())
                  .put("pages", attachment.pages()));
    }
  }

  /** The attachments of a document; none in documents from before there were any. */
  static List<Attachment> readAttachments(JsonNode document) {
    List<Attachment> attachments = new ArrayList<>();
    document
        .path("attachments")
        .forEach(
            node ->
                attachments.add(
                    new Attachment(
                        text(node, "digest"),
                        text(node, "material"),
                        text(node, "mediaType"),
                        node.required("size").intValue(),
                        node.required("pages").intValue())));
    return attachments;
  }

  static byte[] write(Answer answer) {
    ObjectNode node = JSON.createObjectNode();
    answer.words().ifPresent(words -> node.put("words", words));
    answer
        .earlier()
        .ifPresent(
            earlier ->
                node.putObject("earlier")
                    .put("number", earlier.number())
                    .put("filedOn", earlier.filedOn().toString())
                    .put("summary", earlier.summary()));
    return bytes(node);
  }

  static Answer readAnswer(byte[] document) {
    JsonNode node = tree(document);
    return new Answer(
        Optional.ofNullable(node.get("words")).map(JsonNode::textValue),
        Optional.ofNullable(node.get("earlier"))
            .map(
                earlier ->
                    new EarlierFiling(
                        text(earlier, "number"),
                        LocalDate.parse(text(earlier, "filedOn")),
                        text(earlier, "summary"))));
  }

  private static String text(JsonNode node, String field) {
    return node.required(field).textValue();
  }

  private static byte[] bytes(ObjectNode node) {
    try {
      return JSON.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of strings is always JSON", e);
    }
  }

  private static JsonNode tree(byte[] document) {
    try {
      return JSON.readTree(document);
    } catch (IOException e) {
      // Jackson's message quotes the document, which is somebody's.
      throw new StoreFault(StoreFault.DAMAGED, "a decrypted document is not JSON");
    }
  }
}
