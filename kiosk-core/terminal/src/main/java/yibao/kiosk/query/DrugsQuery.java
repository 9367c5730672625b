package yibao.kiosk.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.query.QueryAnswer.Line;
import yibao.kiosk.query.QueryAnswer.Section;
import yibao.kiosk.record.DrugEntry;

/** 医保药品目录: entries whose generic name contains some words. */
final class DrugsQuery implements Query {

  /** The platform tells no more than these. */
  private static final int MOST = 100;

  private static final String WORDS = "words";

  @Override
  public About about() {
    return About.NOBODY;
  }

  @Override
  public Reply<QueryAnswer> ask(Question question) {
    return Replies.map(
        question.sources().enquiries().drugs(question.text(WORDS)),
        all ->
            new QueryAnswer(
                "医保药品目录",
                Section.paged("查到的药品", all.stream().map(DrugsQuery::row).toList()),
                all.size() >= MOST,
                Optional.empty()));
  }

  private static Line row(DrugEntry drug) {
    List<Line> detail = new ArrayList<>();
    detail.add(Line.of("剂型", drug.form()));
    detail.add(Line.of("规格", drug.spec()));
    detail.add(Line.of("限定支付范围", drug.limit().orElse("无")));
    detail.add(Line.of("目录编码", drug.code()));
    return Line.of(drug.name() + " " + drug.form(), drug.level(), detail);
  }
}
