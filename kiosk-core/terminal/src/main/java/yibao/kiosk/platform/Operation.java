package yibao.kiosk.platform;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the terminal asks of a platform; the profile says by which transaction. */
public enum Operation {
  /** Sign-in 签到. */
  @JsonProperty("signIn")
  SIGN_IN(true),
  /** Person information 人员信息. */
  @JsonProperty("person")
  PERSON(true),
  /** What became of an idempotency key. */
  @JsonProperty("askFiling")
  ASK_FILING(true),
  /** Sign-out 签退. */
  @JsonProperty("signOut")
  SIGN_OUT(false),
  /** Taking a filing back 撤回. */
  @JsonProperty("withdraw")
  WITHDRAW(false),
  /** How much of an attachment is there. */
  @JsonProperty("askAttachment")
  ASK_ATTACHMENT(false),
  /** A part of an attachment. */
  @JsonProperty("sendAttachment")
  SEND_ATTACHMENT(false),
  /** Contributions 缴费查询. */
  @JsonProperty("contributions")
  CONTRIBUTIONS(false),
  /** Movements of the personal account 个人账户收支. */
  @JsonProperty("accountMovements")
  ACCOUNT_MOVEMENTS(false),
  /** Visits of a period 就诊. */
  @JsonProperty("visits")
  VISITS(false),
  /** The settlement of a visit 结算. */
  @JsonProperty("settlement")
  SETTLEMENT(false),
  /** Fee detail of a settlement 费用明细. */
  @JsonProperty("fees")
  FEES(false),
  /** 门诊慢特病 entitlements 慢特病备案. */
  @JsonProperty("chronicEntitlements")
  CHRONIC_ENTITLEMENTS(false),
  /** What a year has come to 年度累计. */
  @JsonProperty("accumulations")
  ACCUMULATIONS(false),
  /** Institutions a person chose 人员定点. */
  @JsonProperty("designatedInstitutions")
  DESIGNATED_INSTITUTIONS(false),
  /** Stays in hospital 在院. */
  @JsonProperty("staysInHospital")
  STAYS_IN_HOSPITAL(false),
  /** Referrals that hospitals put on record 转院. */
  @JsonProperty("referrals")
  REFERRALS(false),
  /** Institutions 定点机构. */
  @JsonProperty("institutions")
  INSTITUTIONS(false),
  /** Drug list 药品目录. */
  @JsonProperty("drugs")
  DRUGS(false),
  /** A filing by number 办件进度. */
  @JsonProperty("filingByNumber")
  FILING_BY_NUMBER(false),
  /** A person's filings 办件. */
  @JsonProperty("filingsOfPerson")
  FILINGS_OF_PERSON(false),
  /** This terminal's filings of a day 对账. */
  @JsonProperty("filingsOfDay")
  FILINGS_OF_DAY(false),
  /** Keeping a point of the terminal's audit record 审计锚点. */
  @JsonProperty("keepAnchor")
  KEEP_ANCHOR(false),
  /** The points of the terminal's audit record that are kept. */
  @JsonProperty("anchors")
  ANCHORS(false),
  /** A filing as a window sees it 窗口调取. */
  @JsonProperty("lookAtWindow")
  LOOK_AT_WINDOW(false),
  /** A window has seen the originals 核验原件. */
  @JsonProperty("confirmOriginals")
  CONFIRM_ORIGINALS(false),
  /** A window gives a filing back 退回补正. */
  @JsonProperty("giveBack")
  GIVE_BACK(false),
  /** What a citizen thought of it 好差评. */
  @JsonProperty("rate")
  RATE(false);

  private final boolean needed;

  Operation(boolean needed) {
    this.needed = needed;
  }

  /** Whether no terminal can work without it. */
  boolean needed() {
    return needed;
  }
}
