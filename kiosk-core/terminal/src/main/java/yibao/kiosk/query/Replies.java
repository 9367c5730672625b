package yibao.kiosk.query;

import java.util.function.Function;
import yibao.kiosk.platform.Reply;

/** Carries a reply on. */
final class Replies {

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
}
