package yibao.hall.web;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import yibao.hall.store.FigureBook;
import yibao.hall.watch.Watch;

/** What was done in the last days, for the page and as CSV (RFC 4180) for a table program. */
final class FiguresApi {
  private static final Duration KEPT = Duration.ofDays(31);
  private static final List<String> HEAD = List.of("日期", "大厅", "终端", "办理次数", "办成次数", "平均秒数");

  private final Watch watch;
  private final InstantSource clock;
  private final Calls calls;

  /** The contract's {@code Figures}. */
  private record Figures(
      List<FigureBook.Day> days,
      List<FigureBook.Item> items,
      List<FigureBook.Group> leftAt,
      Map<String, Long> counts) {}

  FiguresApi(Watch watch, InstantSource clock, Calls calls) {
    this.watch = watch;
    this.clock = clock;
    this.calls = calls;
  }

  void mount() {
    calls.open("figures", this::figures);
    calls.open("figuresCsv", this::csv);
  }

  private void figures(RoutingContext context) {
    Instant from = clock.instant().minus(KEPT);
    CompletableFuture<Figures> asked =
        watch.ask(
            it ->
                new Figures(
                    it.figures().days(from),
                    it.figures().items(from),
                    it.figures().leftAt(from),
                    it.figures().counts(from)));
    calls.await(context, asked).ifPresent(found -> calls.send(context, found));
  }

  private void csv(RoutingContext context) {
    Instant from = clock.instant().minus(KEPT);
    calls
        .await(context, watch.ask(it -> it.figures().days(from)))
        .ifPresent(
            days ->
                Csv.send(
                    context, "visits.csv", HEAD, days.stream().map(FiguresApi::line).toList()));
  }

  private static List<String> line(FigureBook.Day day) {
    return List.of(
        day.day(),
        day.hall(),
        day.terminal(),
        Long.toString(day.visits()),
        Long.toString(day.reached()),
        Long.toString(day.seconds()));
  }
}
