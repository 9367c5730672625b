package yibao.hall.web;

import io.vertx.ext.web.RoutingContext;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import yibao.hall.fleet.Availability;
import yibao.hall.fleet.TerminalCard;
import yibao.hall.store.HallStore;
import yibao.hall.watch.Watch;
import yibao.telemetry.Message;
import yibao.telemetry.Topics;
import yibao.telemetry.condition.PaperForecast;

/**
 * How much of each day each device worked, and when paper will be low. Each terminal is counted by
 * itself, between two messages: counting must not hold the wall up.
 */
final class CareApi {
  private static final Duration LOOKED_BACK = Duration.ofDays(31);

  /** More terminals are a province's, which asks Prometheus. */
  private static final int MOST_TERMINALS = 200;

  /** What a printer's papers are counted as. */
  private static final Map<String, String> COUNTERS =
      Map.of("printer", "receipt.printed", "a4", "document.printed");

  private static final List<String> AVAILABILITY_HEAD =
      List.of("日期", "大厅", "终端", "设备", "连着的秒数", "能用的秒数", "可用率");
  private static final List<String> PAPER_HEAD =
      List.of("大厅", "终端", "打印机", "现在", "换纸后印出", "一卷大约", "每天大约", "预计快用完");
  private static final String ITSELF = "终端";

  private final Watch watch;
  private final InstantSource clock;
  private final Calls calls;

  /** The contract's {@code Availability}. */
  private record Day(
      LocalDate day, Optional<String> device, long heardSeconds, long workedSeconds) {}

  /** The contract's {@code Paper}. */
  private record Paper(
      String hall,
      String terminal,
      String device,
      Optional<String> now,
      long printed,
      Optional<Long> perFill,
      double perDay,
      Optional<Instant> lowAt) {}

  CareApi(Watch watch, InstantSource clock, Calls calls) {
    this.watch = watch;
    this.clock = clock;
    this.calls = calls;
  }

  void mount() {
    calls.open("availability", this::availability);
    calls.open("availabilityCsv", this::availabilityCsv);
    calls.open("paper", c -> papers(c).ifPresent(found -> calls.send(c, found)));
    calls.open(
        "paperCsv",
        c ->
            papers(c)
                .ifPresent(
                    found ->
                        Csv.send(
                            c,
                            "paper.csv",
                            PAPER_HEAD,
                            found.stream().map(CareApi::line).toList())));
  }

  private void availability(RoutingContext context) {
    Optional<TerminalCard> card =
        watch.cards().stream()
            .filter(it -> it.of().hall().equals(context.pathParam("hall")))
            .filter(it -> it.of().terminal().equals(context.pathParam("terminal")))
            .findFirst();
    if (card.isEmpty()) {
      calls.refuse(context, 404, "unknown", "没有这台终端。");
      return;
    }
    calls
        .await(context, days(card.get()))
        .ifPresent(
            found ->
                calls.send(
                    context,
                    found.stream()
                        .map(
                            it ->
                                new Day(
                                    it.day(),
                                    Optional.of(it.device()).filter(name -> !name.isEmpty()),
                                    it.heard().toSeconds(),
                                    it.worked().toSeconds()))
                        .toList()));
  }

  private void availabilityCsv(RoutingContext context) {
    List<List<String>> rows = new ArrayList<>();
    for (TerminalCard card : cards()) {
      Optional<List<Availability>> days = calls.await(context, days(card));
      if (days.isEmpty()) {
        return;
      }
      days.get().forEach(day -> rows.add(line(card.of(), day)));
    }
    Csv.send(context, "availability.csv", AVAILABILITY_HEAD, rows);
  }

  private CompletableFuture<List<Availability>> days(TerminalCard card) {
    List<String> devices =
        card.state().stream()
            .flatMap(state -> state.devices().stream())
            .map(Message.Device::name)
            .toList();
    Instant now = clock.instant();
    return watch.look(
        it -> {
          Instant back = now.minus(LOOKED_BACK);
          // Of one that never reported nor wanted anything its own card is all that is known.
          Instant first = it.heardFirst(card.of()).orElse(card.since());
          Instant from = first.isAfter(back) ? first : back;
          return Availability.of(devices, it.standingBetween(card.of(), from, now), from, now);
        });
  }

  private Optional<List<Paper>> papers(RoutingContext context) {
    List<Paper> found = new ArrayList<>();
    for (TerminalCard card : cards()) {
      for (Message.Device device : card.state().map(Message.State::devices).orElse(List.of())) {
        if (COUNTERS.containsKey(device.name())) {
          Optional<PaperForecast> forecast =
              calls.await(context, watch.look(it -> forecast(it, card.of(), device.name())));
          if (forecast.isEmpty()) {
            return Optional.empty();
          }
          found.add(paper(card.of(), device, forecast.get()));
        }
      }
    }
    return Optional.of(found);
  }

  private PaperForecast forecast(HallStore store, Topics of, String device) throws SQLException {
    Instant now = clock.instant();
    Instant from = now.minus(LOOKED_BACK);
    return PaperForecast.of(
        store.prints().papers(of, device, from),
        store.prints().printed(of, COUNTERS.get(device), from),
        now);
  }

  private static Paper paper(Topics of, Message.Device device, PaperForecast forecast) {
    return new Paper(
        of.hall(),
        of.terminal(),
        device.name(),
        device.paper(),
        forecast.printed(),
        forecast.perFill(),
        Math.round(forecast.perDay() * 10) / 10.0,
        forecast.lowAt());
  }

  private List<TerminalCard> cards() {
    return watch.cards().stream()
        .sorted(
            Comparator.comparing((TerminalCard it) -> it.of().hall())
                .thenComparing(it -> it.of().terminal()))
        .limit(MOST_TERMINALS)
        .toList();
  }

  private static List<String> line(Topics of, Availability day) {
    double share =
        day.heard().isZero()
            ? 0
            : 100.0 * day.worked().toSeconds() / Math.max(1, day.heard().toSeconds());
    return List.of(
        day.day().toString(),
        of.hall(),
        of.terminal(),
        day.device().isEmpty() ? ITSELF : day.device(),
        Long.toString(day.heard().toSeconds()),
        Long.toString(day.worked().toSeconds()),
        String.format(Locale.ROOT, "%.1f%%", share));
  }

  private static List<String> line(Paper paper) {
    return List.of(
        paper.hall(),
        paper.terminal(),
        paper.device(),
        paper.now().orElse(""),
        Long.toString(paper.printed()),
        paper.perFill().map(String::valueOf).orElse(""),
        Double.toString(paper.perDay()),
        paper.lowAt().map(Instant::toString).orElse(""));
  }
}
