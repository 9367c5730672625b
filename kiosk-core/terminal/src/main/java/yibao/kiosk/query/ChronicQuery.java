package yibao.kiosk.query;

import java.util.List;
import java.util.stream.IntStream;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.query.QueryAnswer.Line;
import yibao.kiosk.query.QueryAnswer.Section;
import yibao.kiosk.record.ChronicEntitlement;

/** 门诊慢特病待遇: how many entitlements hold, which disease each is for on tap; where it is treated. */
final class ChronicQuery implements Query {

  @Override
  public About about() {
    return About.TREATMENT;
  }

  @Override
  public Reply<QueryAnswer> ask(Question question) {
    Reply<QueryAnswer> entitled =
        Replies.map(
            question.sources().enquiries().chronicEntitlements(question.subject()),
            all ->
                QueryAnswer.of(
                    "门诊慢特病资格",
                    Section.paged(
                        "慢特病待遇",
                        IntStream.range(0, all.size())
                            .mapToObj(i -> row(i + 1, all.get(i), question))
                            .toList())));
    return Replies.beside(
        entitled,
        "定点医疗机构",
        () -> question.sources().enquiries().designatedInstitutions(question.subject()),
        it ->
            Line.of(
                Wording.day(it.from()) + "起",
                it.to().map(day -> "到" + Wording.day(day)).orElse("长期有效"),
                List.of(Line.of("医疗机构", it.name()))));
  }

  private static Line row(int number, ChronicEntitlement entitlement, Question question) {
    return Line.of(
        "第 " + number + " 项待遇",
        entitlement.holdsOn(question.today()) ? "有效" : "不在有效期内",
        List.of(
            Line.of("病种", entitlement.name()),
            Line.of("病种编码", entitlement.code()),
            Line.of("开始日期", Wording.day(entitlement.from())),
            Line.of("结束日期", entitlement.to().map(Wording::day).orElse("长期有效"))));
  }
}
