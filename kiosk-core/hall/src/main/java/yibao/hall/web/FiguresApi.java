package yibao.hall.web;

import io.vertx.ext.web.RoutingContext;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import yibao.hall.store.FigureBook;
import yibao.hall.store.HallStore;
import yibao.hall.watch.Watch;
import yibao.telemetry.Topics;

/** What was done in the last days, for the page and as CSV (RFC 4180) for a table program. */
final class FiguresApi {
  private static final Duration KEPT = Duration.ofDays(31);
  private static final List<String> HEAD =
      List.of("日期", "大厅", "终端", "办理次数", "办成次数", "平均秒数", "平均等待秒数");

  /** Of more, a province's, a day is told as one. */
  private static final int MOST_TERMINALS = 200;

  private final Watch watch;
  private final InstantSource clock;
  private final Calls calls;

  /** The contract's {@code Figures}. */
  private record Figures(
      List<Day> days,
      List<FigureBook.Item> items,
      List<FigureBook.Left> leftAt,
      List<FigureBook.Counted> counted,
      List<FigureBook.Calls> calls) {}

  /** The contract's {@code Day}. */
  private record Day(
      String day,
      Optional<String> hall,
      Optional<String> terminal,
      long visits,
      long reached,
      long seconds,
      Optional<Long> waited) {

    static Day of(FigureBook.Day day) {
      return new Day(
          day.day(),
          day.of().map(Topics::hall),
          day.of().map(Topics::terminal),
          day.visits(),
          day.reached(),
          day.seconds(),
          day.waited());
    }
  }

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
        watch.look(
            it ->
                new Figures(
                    days(it, from).stream().map(Day::of).toList(),
                    it.figures().items(from),
                    it.figures().leftAt(from),
                    it.figures().counts(from),
                    it.figures().calls(from)));
    calls.await(context, asked).ifPresent(found -> calls.send(context, found));
  }

  private void csv(RoutingContext context) {
    Instant from = clock.instant().minus(KEPT);
    calls
        .await(context, watch.look(it -> days(it, from)))
        .ifPresent(
            days ->
                Csv.send(
                    context, "visits.csv", HEAD, days.stream().map(FiguresApi::line).toList()));
  }

  private List<FigureBook.Day> days(HallStore store, Instant from) throws SQLException {
    return watch.cards().size() > MOST_TERMINALS
        ? store.figures().daysOfAll(from)
        : store.figures().days(from);
  }

  private static List<String> line(FigureBook.Day day) {
    return List.of(
        day.day(),
        day.of().map(Topics::hall).orElse(""),
        day.of().map(Topics::terminal).orElse(""),
        Long.toString(day.visits()),
        Long.toString(day.reached()),
        Long.toString(day.seconds()),
        day.waited().map(String::valueOf).orElse(""));
  }
}
