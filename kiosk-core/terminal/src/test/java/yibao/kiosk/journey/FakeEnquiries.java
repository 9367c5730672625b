package yibao.kiosk.journey;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import yibao.kiosk.platform.Enquiries;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.AccountMovement;
import yibao.kiosk.record.Accumulation;
import yibao.kiosk.record.ChronicEntitlement;
import yibao.kiosk.record.DesignatedInstitution;
import yibao.kiosk.record.DrugEntry;
import yibao.kiosk.record.FeeLine;
import yibao.kiosk.record.FilingOnRecord;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.record.HospitalStay;
import yibao.kiosk.record.Institution;
import yibao.kiosk.record.Referral;
import yibao.kiosk.record.Settlement;

/** What the province knows beside people, in the test's hand. */
public final class FakeEnquiries implements Enquiries {

  static final String RECEIPT = "63010020260301000001";

  /** What every question ends in, where it is not answered. */
  private volatile Optional<Reply<Object>> instead = Optional.empty();

  /** The person's filings. */
  List<FilingOnRecord> onRecord = List.of(filing());

  /** The person has one filing, which stands here. */
  public void hold(FilingState state) {
    onRecord = List.of(filing(state));
  }

  void refuse() {
    instead = Optional.of(new Reply.Refused<>("E1", "未授权"));
  }

  void goDark() {
    instead = Optional.of(new Reply.Unreachable<>("platform.timeout"));
  }

  void stopOffering() {
    instead = Optional.of(new Reply.Unreachable<>("platform.not-offered"));
  }

  void comeBack() {
    instead = Optional.empty();
  }

  private <T> Reply<T> say(T answer) {
    return instead
        .<Reply<T>>map(
            reply ->
                switch (reply) {
                  case Reply.Answered<Object> _ -> throw new IllegalStateException();
                  case Reply.Refused<Object>(String code, String words) ->
                      new Reply.Refused<>(code, words);
                  case Reply.Unreachable<Object>(String cause) -> new Reply.Unreachable<>(cause);
                })
        .orElseGet(() -> new Reply.Answered<>(answer));
  }

  @Override
  public Reply<List<AccountMovement>> accountMovements(
      Subject subject, LocalDate from, LocalDate to) {
    return say(
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    new AccountMovement(
                        LocalDate.of(2026, 2, 20 - i), new BigDecimal("183.72"), "划入"))
            .toList());
  }

  @Override
  public Reply<List<Settlement>> settlements(Subject subject, LocalDate from, LocalDate to) {
    return say(
        List.of(
            new Settlement(
                "S1",
                "M1",
                LocalDate.of(2026, 2, 1),
                "示例医院",
                "住院",
                new BigDecimal("8642.35"),
                new BigDecimal("6120.18"),
                new BigDecimal("0.00"),
                new BigDecimal("2522.17"))));
  }

  @Override
  public Reply<List<FeeLine>> fees(Subject subject, Settlement settlement) {
    return say(
        List.of(
            new FeeLine(
                "血常规", "甲类", BigDecimal.TWO, new BigDecimal("18.00"), new BigDecimal("36.00"))));
  }

  @Override
  public Reply<List<ChronicEntitlement>> chronicEntitlements(Subject subject) {
    return say(
        List.of(
            new ChronicEntitlement("M03900", "高血压", LocalDate.of(2025, 1, 1), Optional.empty())));
  }

  @Override
  public Reply<List<Accumulation>> accumulations(Subject subject, YearMonth until) {
    return say(List.of(new Accumulation(2026, "基金支付", new BigDecimal("6120.18"))));
  }

  @Override
  public Reply<List<HospitalStay>> staysInHospital(Subject subject, LocalDate from, LocalDate to) {
    return say(List.of());
  }

  @Override
  public Reply<List<DesignatedInstitution>> designatedInstitutions(Subject subject) {
    return say(
        List.of(new DesignatedInstitution("示例医院", LocalDate.of(2025, 1, 1), Optional.empty())));
  }

  @Override
  public Reply<List<Referral>> referrals(Subject subject, LocalDate from, LocalDate to) {
    return say(List.of());
  }

  @Override
  public Reply<List<FilingOnRecord>> filings(Subject subject) {
    return say(onRecord);
  }

  @Override
  public Reply<Optional<FilingOnRecord>> filing(String number) {
    return say(number.equals(RECEIPT) ? Optional.of(filing()) : Optional.empty());
  }

  private static FilingOnRecord filing() {
    return filing(FilingState.IN_REVIEW);
  }

  private static FilingOnRecord filing(FilingState state) {
    return new FilingOnRecord(
        RECEIPT,
        Optional.empty(),
        state,
        "长期居住，上海市",
        LocalDate.of(2026, 3, 1),
        Optional.of(LocalDate.of(2026, 3, 1).atTime(9, 30)),
        Optional.of(LocalDate.of(2026, 3, 1)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        FilingOnRecord.Standing.NONE,
        java.util.Map.of());
  }

  @Override
  public Reply<List<Institution>> institutions(String words, Optional<Institution.Kind> kind) {
    return say(
        words.equals("示例")
            ? List.of(
                new Institution("H1", "示例医院", Institution.Kind.HOSPITAL, "三级甲等", "示例路1号", true))
            : List.of());
  }

  @Override
  public Reply<List<DrugEntry>> drugs(String words) {
    return say(List.of(new DrugEntry("X1", "氨氯地平", "片剂", "5mg*7", "甲类", Optional.empty())));
  }
}
