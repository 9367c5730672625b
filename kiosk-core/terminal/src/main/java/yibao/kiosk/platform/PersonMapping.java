package yibao.kiosk.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.record.Contribution;
import yibao.kiosk.record.Insurance;
import yibao.kiosk.record.InsuranceKind;
import yibao.kiosk.record.InsuranceStatus;
import yibao.kiosk.record.InsuredPerson;

/** Persons, their insurances and contributions between our words and the platform's. */
final class PersonMapping {

  /** Code table of mdtrt_cert_type, whose 04 and 05 provinces give three meanings. */
  private static final String CREDENTIAL = "credential";

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");

  private final ProvinceProfile profile;

  PersonMapping(ProvinceProfile profile) {
    this.profile = profile;
  }

  /** Input of 1101. */
  ObjectNode ask(PresentedCredential credential) {
    return switch (credential) {
      case PresentedCredential.ElectronicVoucher voucher ->
          ask(
              national(CREDENTIAL, ProvinceProfile.VOUCHER),
              voucher.token(),
              "",
              voucher.documentCode(),
              voucher.number(),
              voucher.name());
      case PresentedCredential.IdentityCard card ->
          ask(
              identityCard(card.document()),
              card.number(),
              "",
              national("identityDocument", card.document().name()),
              card.number(),
              card.name());
      case PresentedCredential.SocialSecurityCard card ->
          ask(
              national(CREDENTIAL, ProvinceProfile.SOCIAL_SECURITY_CARD),
              card.number(),
              card.identification(),
              "",
              "",
              "");
    };
  }

  /** Most provinces take every identity document as a resident's card. */
  private String identityCard(PresentedCredential.Document document) {
    return profile
        .table(CREDENTIAL)
        .national(document.name())
        .orElseGet(() -> national(CREDENTIAL, PresentedCredential.Document.RESIDENT_ID.name()));
  }

  private static ObjectNode ask(
      String type,
      String number,
      String identification,
      String documentCode,
      String documentNumber,
      String name) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("mdtrt_cert_type", type)
        .put("mdtrt_cert_no", number)
        .put("card_sn", identification)
        .put("begntime", "")
        .put("psn_cert_type", documentCode)
        .put("certno", documentNumber)
        .put("psn_name", name);
  }

  /** Output of 1101. */
  InsuredPerson person(JsonNode output) {
    Fields answer = new Fields(output);
    Fields base = answer.child("baseinfo");
    return new InsuredPerson(
        base.required("psn_no"),
        base.required("psn_name"),
        base.required("certno"),
        base.day("brdy").orElseThrow(() -> new NotUnderstood("brdy")),
        base.text("mob"),
        base.text("live_addr"),
        answer.rows("insuinfo").stream().map(this::insurance).toList());
  }

  private Insurance insurance(Fields row) {
    InsuranceKind kind = InsuranceKind.valueOf(ours("insuranceKind", row.required("insutype")));
    String place = row.required("insuplc_admdvs");
    return new Insurance(
        kind,
        InsuranceStatus.valueOf(ours("insuranceStatus", row.required("psn_insu_stas"))),
        place,
        ours("place", place),
        row.text("psn_type").map(code -> ours("personType", code)).orElse(""),
        row.day("psn_insu_date").orElseThrow(() -> new NotUnderstood("psn_insu_date")),
        row.day("paus_insu_date"),
        row.text("emp_name"),
        kind == InsuranceKind.EMPLOYEE_BASIC ? row.yuan("balc") : Optional.empty());
  }

  /** Input of the contribution query. */
  ObjectNode askContributions(InsuranceKind kind, YearMonth from, YearMonth to) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("insutype", insuranceCode(kind))
        .put("accrym_begn", MONTH.format(from))
        .put("accrym_end", MONTH.format(to));
  }

  /** Output of the contribution query, which is the list itself; newest first. */
  List<Contribution> contributions(JsonNode output) {
    return Fields.rows(output).stream()
        .map(this::contribution)
        .sorted(Comparator.comparing(Contribution::from).reversed())
        .toList();
  }

  private Contribution contribution(Fields row) {
    YearMonth from = row.month("accrym_begn").orElseThrow(() -> new NotUnderstood("accrym_begn"));
    return new Contribution(
        InsuranceKind.valueOf(ours("insuranceKind", row.required("insutype"))),
        from,
        row.month("accrym_end").orElse(from),
        Boolean.parseBoolean(ours("arrived", row.required("clct_flag"))),
        row.text("clct_type_name").orElse(""),
        row.yuan("clct_sumamt"));
  }

  /** The kind of this code; empty for one the profile does not know. */
  Optional<InsuranceKind> insuranceKind(String code) {
    return profile.table("insuranceKind").ours(code).map(InsuranceKind::valueOf);
  }

  String insuranceCode(InsuranceKind kind) {
    return national("insuranceKind", kind.name());
  }

  private String ours(String table, String code) {
    return profile.table(table).ours(code).orElseThrow(() -> new NotUnderstood(table));
  }

  private String national(String table, String word) {
    return profile.table(table).national(word).orElse("");
  }
}
