package yibao.kiosk.query;

import java.util.List;
import java.util.stream.Stream;
import yibao.kiosk.platform.Enquiries;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.query.QueryAnswer.Line;
import yibao.kiosk.query.QueryAnswer.Section;
import yibao.kiosk.record.FeeLine;
import yibao.kiosk.record.HospitalStay;
import yibao.kiosk.record.Settlement;

/**
 * 医疗费用结算: when something was settled in a period, where, for what and for how much on tap; who is
 * in hospital still; what the year has come to.
 */
final class SettlementsQuery implements Query {

  @Override
  public About about() {
    return About.TREATMENT;
  }

  @Override
  public Reply<QueryAnswer> ask(Question question) {
    Period period = Period.of(question);
    Enquiries enquiries = question.sources().enquiries();
    Enquiries.Subject subject = question.subject();
    Reply<QueryAnswer> settled =
        Replies.map(
            enquiries.settlements(subject, period.from(), period.to()),
            all ->
                QueryAnswer.of(
                    "医疗费用结算",
                    Section.paged("结算记录", all.stream().map(it -> row(question, it)).toList())));
    Reply<QueryAnswer> withStays =
        Replies.beside(
            settled,
            "在院",
            () -> enquiries.staysInHospital(subject, period.from(), period.to()),
            SettlementsQuery::stay);
    return Replies.beside(
        withStays,
        "年度累计",
        () -> enquiries.accumulations(subject, period.lastMonth()),
        it -> Line.of(it.year() + "年" + it.words(), Wording.yuan(it.amount())));
  }

  private static Line stay(HospitalStay stay) {
    return Line.of(
        Wording.day(stay.from()) + " 入院", "还没有结算", List.of(Line.of("医疗机构", stay.institution())));
  }

  /** Who paid how much, then every fee. */
  private static Reply<QueryAnswer> detail(Question question, Settlement settled) {
    return Replies.map(
        question.sources().enquiries().fees(question.subject(), settled),
        fees ->
            QueryAnswer.of(
                "费用明细",
                Stream.concat(
                        Stream.of(summary(settled)),
                        Section.paged("收费项目", fees.stream().map(SettlementsQuery::fee).toList())
                            .stream())
                    .toList()));
  }

  private static Line row(Question question, Settlement settled) {
    return Line.leading(
        Wording.day(settled.day()) + " " + settled.care(),
        Wording.yuan(settled.total()),
        () -> detail(question, settled));
  }

  private static Section summary(Settlement settled) {
    return new Section(
        Wording.day(settled.day()) + " " + settled.care(),
        List.of(
            Line.of("医疗机构", settled.institution()),
            Line.of("医疗费总额", Wording.yuan(settled.total())),
            Line.of("基金支付", Wording.yuan(settled.fund())),
            Line.of("个人账户支付", Wording.yuan(settled.account())),
            Line.of("个人现金支付", Wording.yuan(settled.cash()))));
  }

  private static Line fee(FeeLine fee) {
    return Line.of(
        fee.name(),
        Wording.yuan(fee.amount()),
        List.of(
            Line.of("类别", fee.level()),
            Line.of("单价", Wording.yuan(fee.price())),
            Line.of("数量", fee.count().stripTrailingZeros().toPlainString())));
  }
}
