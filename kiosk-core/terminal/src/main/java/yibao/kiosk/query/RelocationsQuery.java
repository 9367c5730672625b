package yibao.kiosk.query;

import java.util.List;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.query.QueryAnswer.Line;
import yibao.kiosk.query.QueryAnswer.Section;

/**
 * 备案记录: the person's filings that hold for a span of days, such as 异地就医备案, and the referrals that
 * hospitals put on record.
 */
final class RelocationsQuery implements Query {

  private static final int REFERRALS_YEARS = 2;

  @Override
  public About about() {
    return About.PERSON;
  }

  @Override
  public Reply<QueryAnswer> ask(Question question) {
    Reply<QueryAnswer> filed =
        Replies.map(
            question.sources().enquiries().filings(question.subject()),
            filings ->
                QueryAnswer.of(
                    "备案记录",
                    Section.paged(
                        "我的备案",
                        filings.stream()
                            .filter(filing -> filing.from().isPresent())
                            .map(FilingLines::row)
                            .toList())));
    return Replies.beside(
        filed,
        "医院办的转院备案",
        () ->
            question
                .sources()
                .enquiries()
                .referrals(
                    question.subject(),
                    question.today().minusYears(REFERRALS_YEARS),
                    question.today()),
        it ->
            Line.of(
                Wording.day(it.day()) + "转院",
                it.to().map(day -> "到" + Wording.day(day)).orElse("长期有效"),
                List.of(Line.of("转往", it.institution()), Line.of("开始日期", Wording.day(it.from())))));
  }
}
