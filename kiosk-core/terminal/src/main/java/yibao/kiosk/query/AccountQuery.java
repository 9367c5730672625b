package yibao.kiosk.query;

import java.util.ArrayList;
import java.util.List;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.query.QueryAnswer.Line;
import yibao.kiosk.query.QueryAnswer.Section;
import yibao.kiosk.record.AccountMovement;
import yibao.kiosk.record.Insurance;

/** 个人账户: its balance, and what came in and went out in a period. */
final class AccountQuery implements Query {

  @Override
  public About about() {
    return About.ACCOUNT;
  }

  @Override
  public Reply<QueryAnswer> ask(Question question) {
    Period period = Period.of(question);
    return Replies.map(
        question
            .sources()
            .enquiries()
            .accountMovements(question.subject(), period.from(), period.to()),
        moved -> QueryAnswer.of("个人账户", sections(question.under(), moved)));
  }

  private static List<Section> sections(Insurance insurance, List<AccountMovement> moved) {
    List<Line> lines = new ArrayList<>();
    insurance.accountBalance().ifPresent(yuan -> lines.add(Line.of("账户余额", Wording.yuan(yuan))));
    if (moved.isEmpty()) {
      lines.add(Line.of("收支明细", "这段时间没有收支"));
    }
    moved.forEach(
        it ->
            lines.add(
                Line.of(
                    Wording.day(it.day()),
                    Wording.movement(it.amount()),
                    List.of(Line.of("用途", it.words())))));
    return Section.paged(insurance.kind().label() + "个人账户", lines);
  }
}
