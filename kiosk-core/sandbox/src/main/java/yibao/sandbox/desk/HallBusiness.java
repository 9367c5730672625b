package yibao.sandbox.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import yibao.sandbox.envelope.Answer;
import yibao.sandbox.envelope.Codes;
import yibao.sandbox.envelope.Field;
import yibao.sandbox.envelope.Request;
import yibao.sandbox.ledger.Ledger;
import yibao.sandbox.ledger.LedgerFiling;
import yibao.sandbox.ledger.LedgerFiling.State;

/**
 * Everything else a hall takes: 990110. What needs no judgement is decided at once; the rest is
 * accepted.
 */
final class HallBusiness implements Business {

  /** biz_type of what changes how the platform knows a person. */
  static final String RESIDENT_REGISTRATION = "01";

  static final String FLEXIBLE_REGISTRATION = "02";
  static final String EMPLOYEE_CHANGE = "04";
  static final String RESIDENT_CHANGE = "05";
  static final String ENTITLEMENT_END = "06";

  private static final int MOST_FIELDS = 80;
  private static final int LONGEST_FIELD = 1000;

  /** Kinds by biz_type: their words, and whether the platform decides them by itself. */
  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry(RESIDENT_REGISTRATION, new Kind("城乡居民参保登记", true)),
          Map.entry(FLEXIBLE_REGISTRATION, new Kind("灵活就业人员参保登记", true)),
          Map.entry("03", new Kind("职工参保登记", false)),
          Map.entry(EMPLOYEE_CHANGE, new Kind("职工参保信息变更", true)),
          Map.entry(RESIDENT_CHANGE, new Kind("城乡居民参保信息变更", true)),
          Map.entry(ENTITLEMENT_END, new Kind("职工待遇终止", true)),
          Map.entry("07", new Kind("基本医疗保险关系转移接续", false)),
          Map.entry("08", new Kind("个人账户一次性支取", false)),
          Map.entry("09", new Kind("门诊慢特病病种待遇认定", false)),
          Map.entry("10", new Kind("医疗费用报销", false)),
          Map.entry("11", new Kind("生育保险待遇申领", false)),
          Map.entry("12", new Kind("医疗救助", false)),
          Map.entry("13", new Kind("高值药品待遇认定", false)),
          Map.entry("14", new Kind("职工医保趸缴清算", false)),
          Map.entry("99", new Kind("其他业务", false)));

  private static final List<Field> FIELDS =
      List.of(
          Field.required("biz_type", 2).like("\\d{2}"),
          Field.optional("biz_sub_type", 40),
          Field.optional("memo", 500));

  private final Register register;

  HallBusiness(Register register) {
    this.register = register;
  }

  private record Kind(String words, boolean decidedAtOnce) {}

  @Override
  public Optional<String> fault(Inputs input) {
    Optional<String> fault = input.fault(FIELDS).or(() -> Promise.fault(input));
    if (fault.isPresent()) {
      return fault;
    }
    if (!KINDS.containsKey(input.text("biz_type"))) {
      return Optional.of("biz_type 不在码表内");
    }
    Map<String, String> form = input.object("appy_cont");
    boolean tooMuch =
        form.size() > MOST_FIELDS
            || form.values().stream().anyMatch(text -> text.length() > LONGEST_FIELD);
    return tooMuch ? Optional.of("appy_cont 超过长度") : Optional.empty();
  }

  @Override
  public Verdict judge(Request request, Inputs input, Ledger.Book book, LocalDate today) {
    Optional<String> number = input.optional("psn_no");
    boolean stranger =
        number.isPresent()
            && register
                .byPlatformNumber(number.get())
                .filter(it -> it.card().number().equals(input.text("certno")))
                .isEmpty();
    if (stranger) {
      return new Verdict.Refuse(Answer.refused(Codes.NO_SUCH_PERSON, "人员编号与证件号码不符"));
    }
    Map<String, String> content = input.object("appy_cont");
    input.optional("biz_sub_type").ifPresent(sub -> content.put("biz_sub_type", sub));
    String business = input.text("biz_type");
    Optional<String> claimed = claimed(business, content, book);
    if (claimed.isPresent()) {
      return new Verdict.Refuse(
          Answer.refused(Codes.INVOICE_CLAIMED, "票据 " + claimed.get() + " 已经申请过同类业务，不能重复申请"));
    }
    return book.ofDocument(input.text("certno")).stream()
        .filter(it -> it.business().equals(business))
        .filter(LedgerFiling::standing)
        .filter(it -> it.content().equals(content))
        .findFirst()
        .<Verdict>map(Verdict.InTheWay::new)
        .orElse(
            new Verdict.Take(
                business, content, KINDS.get(business).decidedAtOnce(), Optional.empty()));
  }

  /** The number of an electronic invoice that another filing of this kind has handed in. */
  private static Optional<String> claimed(
      String business, Map<String, String> content, Ledger.Book book) {
    Set<String> ours = invoices(content);
    return ours.isEmpty()
        ? Optional.empty()
        : book.all().stream()
            .filter(it -> it.business().equals(business))
            .filter(LedgerFiling::standing)
            .filter(it -> !it.content().equals(content))
            .flatMap(it -> invoices(it.content()).stream())
            .filter(ours::contains)
            .map(invoice -> invoice.substring(invoice.indexOf(':') + 1))
            .findFirst();
  }

  /** code:number of each. */
  private static Set<String> invoices(Map<String, String> content) {
    return Arrays.stream(content.getOrDefault("eInvoices", "").split(","))
        .filter(text -> text.contains(":"))
        .map(text -> text.split(":", 3))
        .map(parts -> parts[0] + ":" + parts[1])
        .collect(Collectors.toSet());
  }

  @Override
  public LedgerFiling earlierAfter(LedgerFiling earlier, LedgerFiling filing, Instant now) {
    return earlier.in(State.ENDED, now);
  }

  @Override
  public String summary(LedgerFiling filing) {
    return KINDS.get(filing.business()).words();
  }
}
