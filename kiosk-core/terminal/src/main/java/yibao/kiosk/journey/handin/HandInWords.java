package yibao.kiosk.journey.handin;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.catalog.Channel;
import yibao.kiosk.catalog.Checklist;
import yibao.kiosk.catalog.Deadline;
import yibao.kiosk.catalog.Fact;
import yibao.kiosk.catalog.HandInDates;
import yibao.kiosk.catalog.Pool;
import yibao.kiosk.filing.SubmitOutcome;
import yibao.kiosk.journey.submit.Ended;
import yibao.kiosk.journey.view.Group;
import yibao.kiosk.journey.view.Row;
import yibao.kiosk.journey.view.Step.Materials.Line;
import yibao.kiosk.journey.visit.Folder;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Site;
import yibao.kiosk.journey.visit.Visit;

/** What was handed in and which days count, in the words of screens and papers. */
public final class HandInWords {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu年M月d日（EEE）", Locale.CHINA);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm", Locale.CHINA);

  private HandInWords() {}

  /** For the review: what was said of the case, and the papers. */
  public static List<Group> groups(Scene scene) {
    Visit visit = scene.visit();
    Site site = scene.facilities().site();
    List<Group> groups = new ArrayList<>();
    List<Row> said = new ArrayList<>();
    site.region()
        .facts()
        .forEach(
            (name, fact) ->
                visit
                    .said(name)
                    .filter(_ -> fact.source() == Fact.Source.CITIZEN)
                    .ifPresent(value -> said.add(Row.of(fact.question(), fact.label(value)))));
    if (!said.isEmpty()) {
      groups.add(new Group("您说的情况", said));
    }
    List<Line> lines = HandInList.of(visit, site).lines(scene.facilities().sentences());
    if (!lines.isEmpty()) {
      groups.add(
          new Group(
              "材料", lines.stream().map(line -> Row.of(line.name(), line.stateLabel())).toList()));
    }
    return groups;
  }

  /** Names of the papers handed in, whose originals a window sees. */
  public static List<String> shown(Scene scene) {
    return List.copyOf(HandInList.of(scene.visit(), scene.facilities().site()).scanned().keySet());
  }

  /** For the result: what is still to be done and every day that counts, the one to come first. */
  public static List<Row> days(Scene scene) {
    Optional<HandInDates> known = scene.visit().dates();
    if (known.isEmpty()) {
      return List.of();
    }
    HandInDates dates = known.get();
    List<Row> rows = new ArrayList<>();
    dates
        .due()
        .ifPresent(due -> rows.add(Row.of("预计办结", due(due, scene) + counted(dates.limit()))));
    dates
        .originalsBy()
        .ifPresent(
            day -> rows.add(Row.of("交验原件", "请在" + DAY.format(day) + "前，带原件到" + window(scene))));
    List<String> later = HandInList.of(scene.visit(), scene.facilities().site()).later();
    dates
        .restBy()
        .filter(_ -> !later.isEmpty())
        .ifPresent(
            day ->
                rows.add(
                    Row.of("还需补交", String.join("、", later) + "，请在" + DAY.format(day) + "前补交")));
    dates.accepted().ifPresent(day -> rows.add(Row.of("受理日期", DAY.format(day))));
    rows.add(Row.of("提交时间", MINUTE.format(dates.submitted())));
    return rows;
  }

  private static String due(Deadline due, Scene scene) {
    String day = DAY.format(due.date()) + "前";
    return due.arranged()
        ? day
        : day + scene.facilities().sentences().say("brief.holidays-unknown");
  }

  private static String counted(Optional<Integer> limit) {
    return limit.map(days -> "（" + days + "个工作日）").orElse("");
  }

  /** Where originals are shown. */
  public static String window(Scene scene) {
    return scene.facilities().site().pool().offices().stream()
        .findFirst()
        .map(HandInWords::place)
        .orElseGet(() -> counter(scene));
  }

  /** What the list calls the window that the case goes to. */
  public static String counter(Scene scene) {
    return scene
        .visit()
        .branch()
        .flatMap(
            branch ->
                branch.channels().stream()
                    .filter(channel -> channel.kind() == Channel.Kind.WINDOW)
                    .map(Channel::name)
                    .findFirst())
        .orElseGet(Channel.Kind.WINDOW::label);
  }

  private static String place(Pool.Office office) {
    return office.hours().isBlank()
        ? office.name() + "，" + office.address()
        : office.name() + "，" + office.address() + "（" + office.hours() + "）";
  }

  /** For the one receipt of several filings: each with its days, then the papers of all. */
  public static Map<String, Object> onJointReceipt(List<Visit.Filed> filings, Scene scene) {
    Map<String, Object> data = new HashMap<>();
    data.put("filings", filings.stream().map(filed -> line(filed, scene)).toList());
    if (filings.stream()
        .flatMap(f -> f.dates().stream())
        .anyMatch(d -> d.originalsBy().isPresent())) {
      data.put("window", window(scene));
    }
    data.put(
        "submittedAt",
        filings.stream()
            .flatMap(filed -> filed.dates().stream())
            .map(HandInDates::submitted)
            .max(LocalDateTime::compareTo)
            .orElseGet(scene.facilities()::now));
    Folder folder = scene.visit().folder();
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, String> missing = new LinkedHashMap<>();
    filings.forEach(
        filed ->
            Checklist.of(filed.branch().materials(), scene.visit().facts()).requirements().stream()
                .flatMap(requirement -> requirement.ways().stream())
                .flatMap(way -> way.proofs().stream())
                .forEach(
                    proof -> {
                      names.putIfAbsent(proof.id(), proof.name());
                      if (folder.isLater(proof.id())) {
                        missing.putIfAbsent(proof.id(), proof.name());
                      }
                    }));
    List<Map<String, Object>> papers = new ArrayList<>();
    names.forEach(
        (id, name) -> {
          int pages = folder.pages(id).size();
          if (pages > 0) {
            papers.add(Map.of("name", name, "pages", pages));
          }
        });
    data.put("materials", papers);
    data.put("missing", missing.values().stream().map(name -> Map.of("name", name)).toList());
    filings.stream()
        .flatMap(filed -> filed.dates().stream())
        .flatMap(dates -> dates.restBy().stream())
        .min(LocalDate::compareTo)
        .filter(_ -> !missing.isEmpty())
        .ifPresent(day -> data.put("missingUntil", day));
    return data;
  }

  private static Map<String, Object> line(Visit.Filed filed, Scene scene) {
    Ended ended = Ended.of(filed.outcome(), filed.dates(), scene.facilities());
    Map<String, Object> line = new HashMap<>();
    line.put("item", filed.item().name());
    line.put("outcome", ended.label());
    ended.number().ifPresent(number -> line.put("number", number));
    ended.slipNumber().ifPresent(number -> line.put("slipNumber", number));
    if (filed.outcome() instanceof SubmitOutcome.Accepted) {
      filed
          .dates()
          .ifPresent(
              dates -> {
                dates.accepted().ifPresent(day -> line.put("acceptedOn", day));
                dates.due().ifPresent(due -> line.put("dueDate", due.date()));
                dates.originalsBy().ifPresent(day -> line.put("originalsBy", day));
                dates
                    .limit()
                    .filter(_ -> dates.due().isPresent())
                    .ifPresent(days -> line.put("workingDays", days));
              });
    }
    return line;
  }

  /** For the receipt: papers, days, what comes later. */
  public static Map<String, Object> onReceipt(Scene scene) {
    HandInDates dates = scene.visit().dates().orElseThrow();
    HandInList list = HandInList.of(scene.visit(), scene.facilities().site());
    Map<String, Object> data = new HashMap<>();
    data.put("submittedAt", dates.submitted());
    dates.accepted().ifPresent(day -> data.put("acceptedOn", day));
    dates.due().map(Deadline::date).ifPresent((LocalDate day) -> data.put("dueDate", day));
    dates.limit().filter(_ -> dates.due().isPresent()).ifPresent(d -> data.put("workingDays", d));
    dates
        .originalsBy()
        .ifPresent(
            day -> {
              data.put("originalsBy", day);
              data.put("window", window(scene));
            });
    List<Map<String, Object>> papers = new ArrayList<>();
    list.scanned().forEach((name, pages) -> papers.add(Map.of("name", name, "pages", pages)));
    data.put("materials", papers);
    data.put("missing", list.later().stream().map(name -> Map.of("name", name)).toList());
    dates.restBy().ifPresent(day -> data.put("missingUntil", day));
    return data;
  }
}
