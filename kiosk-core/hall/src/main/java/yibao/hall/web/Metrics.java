package yibao.hall.web;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import yibao.hall.broker.Hearing;
import yibao.hall.fleet.Alarm;
import yibao.hall.fleet.TerminalCard;
import yibao.hall.watch.Watch;
import yibao.telemetry.Message;
import yibao.telemetry.condition.Condition;
import yibao.telemetry.condition.Finding.Severity;
import yibao.telemetry.condition.Verdict;

/**
 * What the wall shows, in Prometheus' text format. Read afresh at every scrape: nothing is kept for
 * terminals that are gone.
 */
final class Metrics {
  static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private static final List<String> WANTING = List.of("low", "out", "jammed");

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Watch watch;

  Metrics(Watch watch, Supplier<Hearing.Ignored> ignored) {
    this.watch = watch;
    GaugeWithCallback.builder()
        .name("yibao_broker_up")
        .help("Whether the monitor hears the broker")
        .callback(to -> to.call(watch.brokerThere() ? 1 : 0))
        .register(registry);
    GaugeWithCallback.builder()
        .name("yibao_terminal_condition")
        .help("1 for the condition a terminal is in, 0 for the others")
        .labelNames("hall", "terminal", "condition")
        .callback(this::conditions)
        .register(registry);
    GaugeWithCallback.builder()
        .name("yibao_device_up")
        .help("Whether a device works, by the words of CEN XFS4IoT")
        .labelNames("hall", "terminal", "device")
        .callback(to -> ofDevices(to, it -> Verdict.works(it) ? 1 : 0))
        .register(registry);
    GaugeWithCallback.builder()
        .name("yibao_device_paper_wanting")
        .help("Whether a printer's paper is low, out or jammed")
        .labelNames("hall", "terminal", "device")
        .callback(
            to -> ofDevices(to, it -> it.paper().filter(WANTING::contains).isPresent() ? 1 : 0))
        .register(registry);
    ofState("yibao_visit_under_way", "Whether somebody uses it", it -> it.visitUnderWay() ? 1 : 0);
    ofState(
        "yibao_filings_waiting",
        "Filings the platform has not answered",
        it -> it.filings().waiting());
    ofState("yibao_filings_parked", "Filings staff must look at", it -> it.filings().parked());
    ofState(
        "yibao_reports_lost",
        "Reports a terminal gave up for want of room",
        Message.State::reportsLost);
    GaugeWithCallback.builder()
        .name("yibao_alarms")
        .help("Alarms that stand")
        .labelNames("severity")
        .callback(this::alarms)
        .register(registry);
    CounterWithCallback.builder()
        .name("yibao_messages_ignored_total")
        .help("Messages that were none of ours, since the start")
        .labelNames("why")
        .callback(
            to -> {
              Hearing.Ignored now = ignored.get();
              to.call(now.malformed(), "malformed");
              to.call(now.oversize(), "oversize");
              to.call(now.foreign(), "foreign");
            })
        .register(registry);
  }

  /** All of it as it is now. */
  byte[] read() {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      PrometheusTextFormatWriter.builder().build().write(out, registry.scrape());
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("memory is always written", e);
    }
  }

  private void conditions(GaugeWithCallback.Callback to) {
    for (TerminalCard card : watch.cards()) {
      for (Condition condition : Condition.values()) {
        to.call(
            card.verdict().condition() == condition ? 1 : 0,
            card.of().hall(),
            card.of().terminal(),
            condition.word());
      }
    }
  }

  private void alarms(GaugeWithCallback.Callback to) {
    Collection<Alarm> standing = watch.alarms();
    Map<Severity, Long> counts =
        standing.stream()
            .collect(Collectors.groupingBy(it -> it.finding().severity(), Collectors.counting()));
    for (Severity severity : Severity.values()) {
      to.call(counts.getOrDefault(severity, 0L), severity.word());
    }
  }

  private void ofDevices(GaugeWithCallback.Callback to, ToDoubleFunction<Message.Device> value) {
    for (TerminalCard card : watch.cards()) {
      card.state()
          .ifPresent(
              state ->
                  state
                      .devices()
                      .forEach(
                          device ->
                              to.call(
                                  value.applyAsDouble(device),
                                  card.of().hall(),
                                  card.of().terminal(),
                                  device.name())));
    }
  }

  private void ofState(String name, String help, ToDoubleFunction<Message.State> value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames("hall", "terminal")
        .callback(
            to -> {
              for (TerminalCard card : watch.cards()) {
                card.state()
                    .ifPresent(
                        state ->
                            to.call(
                                value.applyAsDouble(state),
                                card.of().hall(),
                                card.of().terminal()));
              }
            })
        .register(registry);
  }
}
