package yibao.kiosk.app.setup;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.app.TerminalConfig;
import yibao.kiosk.app.setup.SetupBook.Result;
import yibao.kiosk.app.setup.SetupBook.Verdict;
import yibao.kiosk.packs.RegionPacks;
import yibao.templates.DocumentTemplates;

/** The paper on which technician and hall sign that a terminal is fit to serve. */
public final class AcceptanceReport {
  private static final String TEMPLATE = "acceptance-report";

  private final SetupPlan plan;
  private final TerminalConfig config;
  private final ZoneId zone;

  /** A report on a terminal. */
  public AcceptanceReport(SetupPlan plan, TerminalConfig config, ZoneId zone) {
    this.plan = plan;
    this.config = config;
    this.zone = zone;
  }

  /**
   * Lays it out.
   *
   * @param version of the program
   * @param test whether it is only to try the printer, and says so
   */
  public byte[] pdf(
      DocumentTemplates documents,
      SetupBook.Content book,
      String version,
      boolean test,
      Instant now) {
    return documents
        .render(TEMPLATE, fields(book, version, test, now), ZonedDateTime.ofInstant(now, zone))
        .pdf();
  }

  private Map<String, Object> fields(
      SetupBook.Content book, String version, boolean test, Instant now) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("hall", config.hall());
    fields.put("terminal", config.terminal());
    fields.put("region", new RegionPacks(config.regions()).name(config.region()));
    config
        .care()
        .flatMap(TerminalConfig.CareConfig::position)
        .ifPresent(p -> fields.put("position", p));
    fields.put("version", version);
    fields.put("printedAt", local(now));
    fields.put("lines", lines(book));
    if (test) {
      fields.put("test", "测试页，不作验收用");
    }
    book.accepted().ifPresent(at -> fields.put("acceptedAt", local(at)));
    fields.put("verdict", book.accepted().isPresent() ? "验收合格" : open(book));
    Optional.ofNullable(book.signed().get("signed.technician"))
        .ifPresent(number -> fields.put("technician", number));
    Optional.ofNullable(book.signed().get("signed.hall"))
        .ifPresent(number -> fields.put("receiver", number));
    return fields;
  }

  private String open(SetupBook.Content book) {
    long open =
        plan.steps().stream()
            .flatMap(step -> step.checks().stream())
            .filter(check -> !SetupService.passed(book, check.id()))
            .count();
    return open == 0 ? "各项都有结果，还没有验收" : "还有 " + open + " 项没有通过";
  }

  private List<Map<String, Object>> lines(SetupBook.Content book) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (SetupPlan.Step step : plan.steps()) {
      // A step's name goes with its first check, so that no page ends with the name alone.
      for (SetupPlan.Check check : step.checks()) {
        Map<String, Object> line = line(check, book);
        if (check.equals(step.checks().getFirst())) {
          line.put("step", step.title());
        }
        lines.add(line);
      }
    }
    return lines;
  }

  private Map<String, Object> line(SetupPlan.Check check, SetupBook.Content book) {
    Optional<Result> result = Optional.ofNullable(book.results().get(check.id()));
    Map<String, Object> line = new HashMap<>();
    line.put("label", check.label());
    line.put("verdict", result.map(r -> word(r.verdict())).orElse("没有做"));
    result.ifPresent(
        r -> {
          line.put("said", r.said());
          line.put("at", local(r.at()));
          line.put("by", r.by());
        });
    return line;
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "通过";
      case FAIL -> "不通过";
      case ABSENT -> "不适用";
    };
  }

  private LocalDateTime local(Instant at) {
    return LocalDateTime.ofInstant(at, zone);
  }
}
