package yibao.kiosk.query;

import yibao.kiosk.platform.Reply;
import yibao.kiosk.query.QueryAnswer.Section;

/** 备案记录: the person's filings that hold for a span of days, such as 异地就医备案. */
final class RelocationsQuery implements Query {

  @Override
  public About about() {
    return About.PERSON;
  }

  @Override
  public Reply<QueryAnswer> ask(Question question) {
    return Replies.map(
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
  }
}
