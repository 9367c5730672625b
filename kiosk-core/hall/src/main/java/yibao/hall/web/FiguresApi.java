package yibao.hall.web;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import yibao.hall.store.FigureBook;
import yibao.hall.watch.Watch;

/** What was done in the last days, for the page and as CSV (RFC 4180) for a table program. */
final class FiguresApi {
  private static final Duration KEPT = Duration.ofDays(31);
  private static final String HEAD = "日期,大厅,终端,办理次数,办成次数,平均秒数\r\n";

  /** Without it table programs take the file for another encoding. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Watch watch;
  private final InstantSource clock;
  private final Calls calls;

  /** The contract's {@code Figures}. */
  private record Figures(
      List<FigureBook.Day> days,
      List<FigureBook.Group> items,
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
                context
                    .response()
                    .putHeader("Content-Type", "text/csv; charset=utf-8")
                    .putHeader("Content-Disposition", "attachment; filename=visits.csv")
                    .end(
                        days.stream()
                            .map(FiguresApi::line)
                            .collect(Collectors.joining("", BYTE_ORDER_MARK + HEAD, ""))));
  }

  /** Names are letters, digits and dashes: nothing needs quoting, nothing begins a formula. */
  private static String line(FigureBook.Day day) {
    return "%s,%s,%s,%d,%d,%d\r\n"
        .formatted(
            day.day(), day.hall(), day.terminal(), day.visits(), day.reached(), day.seconds());
  }
}
