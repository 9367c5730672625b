package yibao.kiosk.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import yibao.kiosk.platform.ProvinceProfile.FieldProfile;
import yibao.kiosk.platform.ProvinceProfile.FilingProfile;
import yibao.kiosk.record.Attachment;
import yibao.kiosk.record.FilingAtWindow;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingOnRecord;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.record.Shortfall;

/** Filings between our words and the platform's. */
final class FilingMapping {

  private static final System.Logger LOG = System.getLogger(FilingMapping.class.getName());

  /** Other channels hand in without a key of ours. */
  private static final Pattern KEY = Pattern.compile("[0-9a-f]{32}");

  /** Field of the digests of the scans, in the order of the draft, separated by commas. */
  private static final String ATTACHMENTS = "attachments";

  private static final Pattern ITEM = Pattern.compile("([a-z0-9-]{1,30})-(\\d{1,4})");

  /** Field of what each scan shows, in the same order, separated by commas. */
  private static final String ATTACHMENT_MATERIALS = "attachmentMaterials";

  /** What a profile may send of the draft besides its form. */
  private static final Map<String, Function<FilingDraft, String>> ABOUT_THE_DRAFT =
      Map.of(
          "insuredPlace",
          FilingDraft::insuredPlace,
          "filedOn",
          it -> it.filedOn().toString(),
          "serviceItem",
          it -> it.region() + "-" + it.item());

  private final ProvinceProfile profile;
  private final PersonMapping persons;

  FilingMapping(ProvinceProfile profile, PersonMapping persons) {
    this.profile = profile;
    this.persons = persons;
  }

  /**
   * The message that hands a filing in; empty when the profile does not know the operation, or has
   * no place for the scans that go with it.
   *
   * @throws NotMapped when a code table has no code for a value: our own word would mean nothing to
   *     the province, or something else
   */
  Optional<Message> submit(FilingDraft draft) {
    return profile
        .filing(draft.operation())
        .filter(filing -> draft.attachments().isEmpty() || filing.fields().containsKey(ATTACHMENTS))
        .map(
            filing ->
                Message.of(
                    filing.infno(),
                    Optional.of(draft.insuredPlace()),
                    filing.node(),
                    content(draft, filing)));
  }

  /** Whether the profile knows the operation. */
  boolean takes(String operation) {
    return profile.filing(operation).isPresent();
  }

  private ObjectNode content(FilingDraft draft, FilingProfile filing) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("idemp_key", draft.key().value());
    if (!draft.personNumber().isBlank()) {
      data.put("psn_no", draft.personNumber());
    }
    data.put("psn_name", draft.personName());
    data.put("certno", draft.certificateNumber());
    data.put("insutype", persons.insuranceCode(draft.insurance()));
    filing.fixed().forEach(data::put);
    fill(data, draft, filing);
    draft
        .commitment()
        .ifPresent(
            commitment ->
                data.put("cmmt_id", commitment.id())
                    .put("cmmt_ver", commitment.version())
                    .put("cmmt_dgst", commitment.digest()));
    data.put("sign_flag", draft.signature().map(FilingMapping::signFlag).orElse("0"));
    draft.signature().ifPresent(signature -> data.put("sign_dgst", sha256(signature)));
    return data;
  }

  /** 1 written by hand, 2 confirmed without writing, 3 a thumbprint that staff have seen. */
  private static String signFlag(String signature) {
    if (signature.contains("\"thumbprint\"")) {
      return "3";
    }
    return signature.contains("\"confirmed\"") ? "2" : "1";
  }

  private void fill(ObjectNode data, FilingDraft draft, FilingProfile filing) {
    ObjectNode others = JsonNodeFactory.instance.objectNode();
    Map<String, String> values = new TreeMap<>(draft.values());
    if (!draft.attachments().isEmpty()) {
      values.put(ATTACHMENTS, joined(draft, Attachment::digest));
      values.put(ATTACHMENT_MATERIALS, joined(draft, Attachment::material));
    }
    ABOUT_THE_DRAFT.forEach(
        (field, value) -> {
          if (filing.fields().containsKey(field)) {
            values.putIfAbsent(field, value.apply(draft));
          }
        });
    values.forEach(
        (field, value) -> {
          FieldProfile target = filing.fields().get(field);
          if (target == null) {
            others.put(field, value);
          } else if (!value.isBlank()) {
            data.put(target.to(), translate(target, value));
          }
        });
    if (filing.placeForOthers().isPresent()) {
      data.set(filing.placeForOthers().get(), others);
    } else if (!others.isEmpty()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "[profile.no-field] the province''s profile has no place for these fields of {0}: {1}",
          draft.operation(),
          others.properties().stream().map(Map.Entry::getKey).toList());
    }
  }

  private static String joined(FilingDraft draft, Function<Attachment, String> part) {
    return draft.attachments().stream().map(part).collect(Collectors.joining(","));
  }

  private String translate(FieldProfile target, String value) {
    return target
        .table()
        .map(
            table ->
                profile.table(table).national(value).orElseThrow(() -> new NotMapped(target.to())))
        .orElse(value);
  }

  /** The message that asks after a key. */
  Message ask(FilingKey key) {
    return Message.of(
        profile.needed(Operation.ASK_FILING),
        Optional.empty(),
        "data",
        JsonNodeFactory.instance.objectNode().put("idemp_key", key.value()));
  }

  /** The message that takes a filing back. */
  Message withdraw(String infno, String number, String certificateNumber) {
    return Message.of(
        infno,
        Optional.empty(),
        "data",
        JsonNodeFactory.instance
            .objectNode()
            .put("trt_dcla_detl_sn", number)
            .put("certno", certificateNumber));
  }

  /** What the platform did with a filing it has. */
  FilingReply.Taken taken(JsonNode output) {
    return taken(output, Optional.empty());
  }

  /** What the platform did with a filing just handed in by {@code operation}. */
  FilingReply.Taken taken(String operation, JsonNode output) {
    return taken(output, profile.filing(operation).flatMap(FilingProfile::stateWhenSilent));
  }

  private FilingReply.Taken taken(JsonNode output, Optional<FilingState> whenSilent) {
    Fields result = new Fields(output).child("result");
    FilingState state =
        result.text("crt_prcs_stas").isEmpty() && whenSilent.isPresent()
            ? whenSilent.get()
            : state(result);
    return new FilingReply.Taken(result.required("trt_dcla_detl_sn"), state);
  }

  /** A filing as the platform has it. */
  FilingOnRecord onRecord(Fields row) {
    Optional<String> operation = profile.operationOf(row::text);
    return new FilingOnRecord(
        row.required("trt_dcla_detl_sn"),
        row.text("idemp_key").filter(KEY.asMatchPredicate()).map(FilingKey::new),
        state(row),
        row.text("summ").orElse(""),
        row.requiredDay("fil_date"),
        row.moment("prcs_time"),
        row.day("begndate"),
        row.day("enddate"),
        row.day("prms_date"),
        row.text("insutype").flatMap(persons::insuranceKind),
        shortfall(row),
        standing(row),
        operation.map(it -> values(row, profile.filing(it).orElseThrow())).orElse(Map.of()),
        operation);
  }

  /** A filing as a window sees it. */
  FilingAtWindow atWindow(Fields row) {
    FilingOnRecord filing = onRecord(row);
    Map<String, String> values = new TreeMap<>(row.child("appy_cont").texts());
    values.putAll(filing.values());
    return new FilingAtWindow(
        filing,
        row.text("srv_item").flatMap(FilingMapping::item),
        row.text("psn_name"),
        row.required("certno"),
        row.text("orig_flag").filter("1"::equals).isPresent(),
        promised(row),
        row.text("att_matrs").map(names -> List.of(names.split(","))).orElse(List.of()),
        values);
  }

  private static Optional<FilingAtWindow.Item> item(String text) {
    Matcher parts = ITEM.matcher(text);
    return parts.matches()
        ? Optional.of(new FilingAtWindow.Item(parts.group(1), Integer.parseInt(parts.group(2))))
        : Optional.empty();
  }

  private FilingOnRecord.Standing standing(Fields row) {
    return profile
        .table("standing")
        .ours(row.required("crt_prcs_stas"))
        .map(FilingOnRecord.Standing::valueOf)
        .orElse(FilingOnRecord.Standing.NONE);
  }

  /** What was filed, in our words. */
  private Map<String, String> values(Fields row, FilingProfile filing) {
    Map<String, String> values = new TreeMap<>();
    filing.placeForOthers().map(row::child).ifPresent(others -> values.putAll(others.texts()));
    filing
        .fields()
        .forEach(
            (name, field) ->
                row.text(field.to())
                    .flatMap(national -> ours(field, national))
                    .ifPresent(value -> values.put(name, value)));
    return values;
  }

  private Optional<String> ours(FieldProfile field, String national) {
    return field.table().isEmpty()
        ? Optional.of(national)
        : profile.table(field.table().get()).ours(national);
  }

  private static Optional<Shortfall> shortfall(Fields row) {
    return row.text("lack_matrs")
        .map(
            names ->
                new Shortfall(
                    List.of(names.split(",")),
                    row.text("rchk_opnn").orElse(""),
                    row.day("supl_date"),
                    promised(row)));
  }

  private static Optional<Shortfall.Limit> promised(Fields row) {
    return limit(row, "prms_days", Shortfall.Unit.WORKING_DAYS)
        .or(() -> limit(row, "prms_natr_days", Shortfall.Unit.NATURAL_DAYS))
        .or(() -> limit(row, "prms_mons", Shortfall.Unit.MONTHS));
  }

  private static Optional<Shortfall.Limit> limit(Fields row, String field, Shortfall.Unit unit) {
    return row.count(field).filter(it -> it > 0).map(it -> new Shortfall.Limit(it, unit));
  }

  private FilingState state(Fields row) {
    return profile
        .table("progress")
        .ours(row.required("crt_prcs_stas"))
        .map(FilingState::valueOf)
        .orElseThrow(() -> new NotUnderstood("crt_prcs_stas"));
  }

  /** The earlier filing that stands in the way. */
  FilingReply.AlreadyFiled alreadyFiled(JsonNode output) {
    Fields result = new Fields(output).child("result");
    return new FilingReply.AlreadyFiled(
        result.required("trt_dcla_detl_sn"),
        result.day("fil_date").orElseThrow(() -> new NotUnderstood("fil_date")),
        result.text("summ").orElse(""));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
