package yibao.kiosk.query;

import yibao.kiosk.platform.Reply;
import yibao.kiosk.query.QueryAnswer.Section;

/** 办件进度 of the person who stands there: all filings, wherever they were handed in. */
final class FilingsQuery implements Query {

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
                "办件进度", Section.paged("我的办件", filings.stream().map(FilingLines::row).toList())));
  }
}
