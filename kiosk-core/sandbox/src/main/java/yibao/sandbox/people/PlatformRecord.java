package yibao.sandbox.people;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the platform knows of a person. Codes are the national ones.
 *
 * @param number 人员编号 psn_no
 * @param name as the platform spells it, where that differs from the card
 * @param document psn_cert_type
 * @param phone mobile number on record
 * @param address contact address on record
 * @param identities 人员身份 idetinfo
 * @param insurances 参保关系 insuinfo
 * @param contributions 缴费
 * @param account movements of the personal account 个人账户收支, newest first
 * @param settlements 结算
 * @param chronic 门诊慢特病 entitlements
 * @param filings 异地就医备案 filed before the sandbox started
 * @param care where the person is or may be treated
 */
public record PlatformRecord(
    String number,
    Optional<String> name,
    Optional<String> document,
    Optional<String> phone,
    Optional<String> address,
    List<Identity> identities,
    List<Insured> insurances,
    List<Contributed> contributions,
    List<Movement> account,
    List<Settled> settlements,
    List<Chronic> chronic,
    List<Filed> filings,
    Care care) {

  public PlatformRecord {
    identities = listOrEmpty(identities);
    insurances = listOrEmpty(insurances);
    contributions = listOrEmpty(contributions);
    account = listOrEmpty(account);
    settlements = listOrEmpty(settlements);
    chronic = listOrEmpty(chronic);
    filings = listOrEmpty(filings);
    care = care == null ? Care.NONE : care;
  }

  /** The record of somebody the platform has only just come to know. */
  public static PlatformRecord fresh(String number) {
    return new PlatformRecord(
        number,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Care.NONE);
  }

  /** The same record with other insurances. */
  public PlatformRecord insuredAs(List<Insured> now) {
    return new PlatformRecord(
        number,
        name,
        document,
        phone,
        address,
        identities,
        now,
        contributions,
        account,
        settlements,
        chronic,
        filings,
        care);
  }

  /** The same record with another phone number or address, where one is given. */
  public PlatformRecord reachedAt(Optional<String> newPhone, Optional<String> newAddress) {
    return new PlatformRecord(
        number,
        name,
        document,
        newPhone.or(() -> phone),
        newAddress.or(() -> address),
        identities,
        insurances,
        contributions,
        account,
        settlements,
        chronic,
        filings,
        care);
  }

  /** The same record with one more 门诊慢特病 entitlement. */
  public PlatformRecord entitledTo(Chronic more) {
    return new PlatformRecord(
        number,
        name,
        document,
        phone,
        address,
        identities,
        insurances,
        contributions,
        account,
        settlements,
        with(chronic, more),
        filings,
        care);
  }

  /** The same record with other care. */
  public PlatformRecord caredFor(Care now) {
    return new PlatformRecord(
        number,
        name,
        document,
        phone,
        address,
        identities,
        insurances,
        contributions,
        account,
        settlements,
        chronic,
        filings,
        now);
  }

  private static <T> List<T> with(List<T> list, T more) {
    return Stream.concat(list.stream(), Stream.of(more)).toList();
  }

  private static <T> List<T> listOrEmpty(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /** psn_cert_type of the document on record; a resident's identity card unless said otherwise. */
  public String documentCode() {
    return document.orElse("01");
  }

  /**
   * @param type psn_idet_type
   * @param since first day
   */
  public record Identity(String type, LocalDate since) {}

  /**
   * @param kind insutype
   * @param status psn_insu_stas
   * @param type psn_type
   * @param place insuplc_admdvs
   * @param since psn_insu_date
   * @param pausedSince paus_insu_date
   * @param employer emp_name
   * @param balance balc in yuan
   */
  public record Insured(
      String kind,
      String status,
      String type,
      String place,
      LocalDate since,
      Optional<LocalDate> pausedSince,
      Optional<String> employer,
      Optional<BigDecimal> balance) {}

  /**
   * A run of contributions.
   *
   * @param insurance insutype
   * @param place place code
   * @param first {@code yyyy-MM}, or {@code yyyy} when paid by the year
   * @param last like {@code first}; empty while still paying
   * @param type clct_type
   * @param every how often
   * @param amount yuan for each
   */
  public record Contributed(
      String insurance,
      String place,
      String first,
      Optional<String> last,
      String type,
      Period every,
      BigDecimal amount) {}

  /** How often a contribution is paid. */
  public enum Period {
    /** Monthly. */
    MONTH,
    /** Once a year. */
    YEAR
  }

  /**
   * @param day when booked
   * @param type acct_incexpd_type
   * @param amount yuan, negative for money going out
   * @param words what it was
   */
  public record Movement(LocalDate day, String type, BigDecimal amount, String words) {}

  /**
   * @param id setl_id
   * @param day when settled
   * @param institution fixmedins_code
   * @param name fixmedins_name
   * @param type med_type
   * @param total medfee_sumamt in yuan
   * @param fund fund_pay_sumamt
   * @param account acct_pay
   * @param cash psn_cash_pay
   * @param fees what was charged; their amounts add up to {@code total}
   */
  public record Settled(
      String id,
      LocalDate day,
      String institution,
      String name,
      String type,
      BigDecimal total,
      BigDecimal fund,
      BigDecimal account,
      BigDecimal cash,
      List<Fee> fees) {

    public Settled {
      fees = listOrEmpty(fees);
    }

    /** mdtrt_id of the visit that was settled. */
    public String visit() {
      return "M" + id;
    }
  }

  /**
   * @param name hilist_name
   * @param level chrgitm_lv: 01 甲类, 02 乙类
   * @param count cnt
   * @param price pric in yuan
   * @param amount det_item_fee_sumamt
   */
  public record Fee(
      String name, String level, BigDecimal count, BigDecimal price, BigDecimal amount) {}

  /**
   * @param code opsp_dise_code
   * @param name opsp_dise_name
   * @param begin first day
   * @param end last day; empty while open
   */
  public record Chronic(String code, String name, LocalDate begin, Optional<LocalDate> end) {}

  /**
   * @param number trt_dcla_detl_sn
   * @param filedOn day it was filed
   * @param reason rloc_rea
   * @param destination rloc_admdvs
   * @param begin begndate
   * @param end enddate; empty while open
   * @param address resout_addr
   * @param phone tel
   */
  public record Filed(
      String number,
      LocalDate filedOn,
      String reason,
      String destination,
      LocalDate begin,
      Optional<LocalDate> end,
      String address,
      String phone) {}

  /**
   * Where the person is or may be treated.
   *
   * @param designated institutions chosen for 门诊慢特病
   * @param stays in hospital now
   * @param referrals 转诊转院 that hospitals put on record
   */
  public record Care(List<Designated> designated, List<Stay> stays, List<Referred> referrals) {
    static final Care NONE = new Care(List.of(), List.of(), List.of());

    public Care {
      designated = listOrEmpty(designated);
      stays = listOrEmpty(stays);
      referrals = listOrEmpty(referrals);
    }

    /** The same with one more institution chosen. */
    public Care and(Designated more) {
      return new Care(with(designated, more), stays, referrals);
    }

    /** The same with one more referral. */
    public Care and(Referred more) {
      return new Care(designated, stays, with(referrals, more));
    }
  }

  /**
   * @param institution fixmedins_code
   * @param name fixmedins_name
   * @param begin first day
   * @param end last day; empty while open
   */
  public record Designated(
      String institution, String name, LocalDate begin, Optional<LocalDate> end) {}

  /**
   * @param visit mdtrt_id
   * @param institution fixmedins_code
   * @param name fixmedins_name
   * @param begin day of admission
   */
  public record Stay(String visit, String institution, String name, LocalDate begin) {}

  /**
   * @param number trt_dcla_detl_sn
   * @param institution reflin_medins_no
   * @param name reflin_medins_name
   * @param day refl_date
   * @param begin begndate
   * @param end enddate; empty while open
   */
  public record Referred(
      String number,
      String institution,
      String name,
      LocalDate day,
      LocalDate begin,
      Optional<LocalDate> end) {}
}
