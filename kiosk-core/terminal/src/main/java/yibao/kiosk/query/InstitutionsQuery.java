package yibao.kiosk.query;

import java.util.List;
import java.util.Optional;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.query.QueryAnswer.Line;
import yibao.kiosk.query.QueryAnswer.Section;
import yibao.kiosk.record.Institution;

/** 定点医药机构 whose name contains some words. */
final class InstitutionsQuery implements Query {

  /** The platform tells no more than these. */
  private static final int MOST = 100;

  private static final String KIND = "kind";
  private static final String WORDS = "words";

  @Override
  public About about() {
    return About.NOBODY;
  }

  @Override
  public Reply<QueryAnswer> ask(Question question) {
    Optional<Institution.Kind> kind =
        switch (question.text(KIND)) {
          case "hospital" -> Optional.of(Institution.Kind.HOSPITAL);
          case "pharmacy" -> Optional.of(Institution.Kind.PHARMACY);
          default -> Optional.empty();
        };
    return Replies.map(
        question.sources().enquiries().institutions(question.text(WORDS), kind),
        all ->
            new QueryAnswer(
                "定点医药机构",
                Section.paged("查到的机构", all.stream().map(InstitutionsQuery::row).toList()),
                all.size() >= MOST,
                Optional.empty()));
  }

  private static Line row(Institution institution) {
    boolean hospital = institution.kind() == Institution.Kind.HOSPITAL;
    return Line.of(
        institution.name(),
        hospital ? institution.level() : "定点药店",
        List.of(
            Line.of("地址", institution.address()),
            Line.of("异地联网结算", institution.crossProvince() ? "已开通" : "未开通")));
  }
}
