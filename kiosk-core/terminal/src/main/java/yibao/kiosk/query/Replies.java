package yibao.kiosk.query;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.query.QueryAnswer.Line;
import yibao.kiosk.query.QueryAnswer.Section;

/** Carries a reply on. */
final class Replies {

  private static final String NOT_OFFERED = "platform.not-offered";

  private Replies() {}

  /** What was answered, made into something else; a reply that is no answer stays what it is. */
  static <T, R> Reply<R> map(Reply<T> reply, Function<T, R> into) {
    return then(reply, value -> new Reply.Answered<>(into.apply(value)));
  }

  /** What was answered leads to the next question. */
  static <T, R> Reply<R> then(Reply<T> reply, Function<T, Reply<R>> next) {
    return switch (reply) {
      case Reply.Answered<T>(T value) -> next.apply(value);
      case Reply.Refused<T>(String code, String words) -> new Reply.Refused<>(code, words);
      case Reply.Unreachable<T>(String cause) -> new Reply.Unreachable<>(cause);
    };
  }

  /**
   * An answer with more that stands beside it. What the province does not offer is left out; that
   * the rest could not be asked is said, and does not take the answer away.
   *
   * @param title of the sections that are added; none for an empty list
   */
  static <T> Reply<QueryAnswer> beside(
      Reply<QueryAnswer> answer,
      String title,
      Supplier<Reply<List<T>>> more,
      Function<T, Line> line) {
    return map(
        answer,
        known ->
            switch (more.get()) {
              case Reply.Answered<List<T>>(List<T> rows) ->
                  known.with(Section.paged(title, rows.stream().map(line).toList()));
              case Reply.Unreachable<List<T>>(String cause) when cause.equals(NOT_OFFERED) -> known;
              case Reply.Unreachable<List<T>> _, Reply.Refused<List<T>> _ ->
                  known.with(Section.paged(title, List.of(Line.of(title, "暂时查不到"))));
            });
  }
}
