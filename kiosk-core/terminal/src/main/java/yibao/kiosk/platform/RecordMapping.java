package yibao.kiosk.platform;

import java.math.BigDecimal;
import yibao.kiosk.record.AccountMovement;
import yibao.kiosk.record.Accumulation;
import yibao.kiosk.record.ChronicEntitlement;
import yibao.kiosk.record.DesignatedInstitution;
import yibao.kiosk.record.DrugEntry;
import yibao.kiosk.record.FeeLine;
import yibao.kiosk.record.HospitalStay;
import yibao.kiosk.record.Institution;
import yibao.kiosk.record.Referral;
import yibao.kiosk.record.Settlement;

/** Rows about money, care and directories from the platform's words to ours. */
final class RecordMapping {

  private final ProvinceProfile profile;

  RecordMapping(ProvinceProfile profile) {
    this.profile = profile;
  }

  static AccountMovement movement(Fields row) {
    return new AccountMovement(
        row.requiredDay("book_time"), row.requiredYuan("amt"), row.required("acct_incexpd_name"));
  }

  Settlement settlement(Fields row) {
    return new Settlement(
        row.required("setl_id"),
        row.required("mdtrt_id"),
        row.requiredDay("setl_time"),
        row.required("fixmedins_name"),
        words("careType", row.required("med_type")),
        row.requiredYuan("medfee_sumamt"),
        row.requiredYuan("fund_pay_sumamt"),
        row.requiredYuan("acct_pay"),
        row.yuan("psn_cash_pay").or(() -> row.yuan("cash_payamt")).orElse(BigDecimal.ZERO));
  }

  FeeLine fee(Fields row) {
    return new FeeLine(
        row.text("hilist_name").or(() -> row.text("medins_list_name")).orElse(""),
        words("chargeLevel", row.text("chrgitm_lv").orElse("")),
        row.number("cnt"),
        row.number("pric"),
        row.requiredYuan("det_item_fee_sumamt"));
  }

  static ChronicEntitlement chronic(Fields row) {
    return new ChronicEntitlement(
        row.required("opsp_dise_code"),
        row.required("opsp_dise_name"),
        row.requiredDay("begndate"),
        row.day("enddate"));
  }

  Accumulation accumulation(Fields row) {
    return new Accumulation(
        row.count("year").orElseThrow(() -> new NotUnderstood("year")),
        words("accumulation", row.required("cum_type_code")),
        row.requiredYuan("cum"));
  }

  static DesignatedInstitution designated(Fields row) {
    return new DesignatedInstitution(
        row.required("fixmedins_name"), row.requiredDay("begndate"), row.day("enddate"));
  }

  static HospitalStay stay(Fields row) {
    return new HospitalStay(row.required("fixmedins_name"), row.requiredDay("begntime"));
  }

  static Referral referral(Fields row) {
    return new Referral(
        row.required("reflin_medins_name"),
        row.requiredDay("refl_date"),
        row.requiredDay("begndate"),
        row.day("enddate"));
  }

  Institution institution(Fields row) {
    return new Institution(
        row.required("fixmedins_code"),
        row.required("fixmedins_name"),
        Institution.Kind.valueOf(words("institutionKind", row.required("fixmedins_type"))),
        row.text("hosp_lv_name").orElse(""),
        row.text("addr").orElse(""),
        row.text("out_onln_open_type").filter("1"::equals).isPresent());
  }

  DrugEntry drug(Fields row) {
    return new DrugEntry(
        row.required("med_list_codg"),
        row.required("drug_genname"),
        row.text("drug_dosform").orElse(""),
        row.text("drug_spec").orElse(""),
        words("chargeLevel", row.text("chrgitm_lv").orElse("")),
        row.text("lmt_usescp"));
  }

  private String words(String table, String code) {
    return profile.table(table).ours(code).orElseThrow(() -> new NotUnderstood(table));
  }
}
