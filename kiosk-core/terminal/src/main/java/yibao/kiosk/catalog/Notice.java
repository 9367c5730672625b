package yibao.kiosk.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 一次性告知: everything one must know of a case before handing it in, from the catalogue alone.
 *
 * <p>The screen before a journey and the paper to take home both show it.
 *
 * @param item the item
 * @param branch the case of it
 * @param ending how it ends, in words
 * @param credential what to show, in words
 * @param materials what to bring, fill in or sign, besides the credential
 * @param spared what data sharing makes unnecessary in this pool
 * @param limit how long it takes, in words
 * @param deadline the last day if handed in today; empty where none is promised or the clock starts
 *     later
 * @param rows everything else worth a line: other channels' limits, effect, where, agents, numbers
 * @param stages 办理环节 in order
 * @param notes what else one must know
 * @param remarks 备注 as printed, a line for each
 * @param legalBasis 设定依据 as printed, a line for each
 */
public record Notice(
    ServiceItem item,
    Branch branch,
    String ending,
    String credential,
    List<Need> materials,
    List<String> spared,
    String limit,
    Optional<Deadline> deadline,
    List<Row> rows,
    List<Stage> stages,
    List<String> notes,
    List<String> remarks,
    List<String> legalBasis) {

  public Notice {
    materials = List.copyOf(materials);
    spared = List.copyOf(spared);
    rows = List.copyOf(rows);
    stages = List.copyOf(stages);
    notes = List.copyOf(notes);
    remarks = List.copyOf(remarks);
    legalBasis = List.copyOf(legalBasis);
  }

  /**
   * Something needed.
   *
   * @param text what, as the list names it
   * @param aside under which circumstances, in what form, what may replace it; "" for nothing
   * @param choices where one of several is enough
   */
  public record Need(String text, String aside, List<Need> choices) {
    public Need {
      choices = List.copyOf(choices);
    }

    /** The same, needed only in some cases. */
    Need onlyIf(String when) {
      return when.isEmpty() ? this : new Need(text, Phrases.join(List.of(when, aside)), choices);
    }

    /** What is needed, without the aside: one thing, or choices joined by 或. */
    public String what() {
      return choices.isEmpty() ? text : text + chosen();
    }

    /** One line with the aside. */
    public String line() {
      return text + (aside.isEmpty() ? "" : "（" + aside + "）") + chosen();
    }

    private String chosen() {
      return choices.isEmpty()
          ? ""
          : "：" + String.join("；或 ", choices.stream().map(Need::line).toList());
    }
  }

  /**
   * A labelled line.
   *
   * @param label what it is about
   * @param value the text
   */
  public record Row(String label, String value) {}

  /**
   * The notice of one case.
   *
   * @param region whose list it is
   * @param pool where the terminal stands: its switches, offices and numbers
   * @param item an item of the region
   * @param branch a case of it
   * @param known what is known; what is not is told with its condition
   * @param today the day it would be handed in
   * @param counter counts working days
   */
  public static Notice of(
      Region region,
      Pool pool,
      ServiceItem item,
      Branch branch,
      Facts known,
      LocalDate today,
      Deadline.DayCounter counter) {
    var phrases = new Phrases(region);
    var needs = new Needs(phrases, branch.task(), known);
    return new Notice(
        item,
        branch,
        phrases.ending(branch),
        phrases.credential(branch.credential()),
        needs.of(branch.materials()),
        needs.spared(branch.materials()),
        phrases.limit(branch),
        isDated(branch) ? branch.limit().deadline(today, counter) : Optional.empty(),
        rows(phrases, pool, item, branch, known),
        branch.stages(),
        Stream.concat(branch.notes().stream(), related(region, item)).toList(),
        Stream.of(Column.REMARKS, Column.OTHER)
            .flatMap(column -> PrintedText.clauses(item.printed().text(column)).stream())
            .toList(),
        PrintedText.clauses(item.printed().text(Column.LEGAL_BASIS)));
  }

  /**
   * The notices of every case of an item that this pool has.
   *
   * @param region whose list it is
   * @param pool where the terminal stands
   * @param item an item of the region
   * @param today the day it would be handed in
   * @param counter counts working days
   */
  public static List<Notice> ofAll(
      Region region, Pool pool, ServiceItem item, LocalDate today, Deadline.DayCounter counter) {
    var notices = new ArrayList<Notice>();
    for (Branch branch : item.reading().branches()) {
      Facts known = Facts.of(pool);
      if (branch.when().test(known) instanceof Condition.Verdict.Fails) {
        continue;
      }
      for (var wanted : branch.when().wanted().entrySet()) {
        if (wanted.getValue().size() == 1) {
          known = known.with(wanted.getKey(), wanted.getValue().iterator().next());
        }
      }
      notices.add(of(region, pool, item, branch, known, today, counter));
    }
    return notices;
  }

  /** Whether the clock starts when the citizen hands it in today. */
  private static boolean isDated(Branch branch) {
    return branch.intake() == Branch.Intake.ACCEPTED
        && !branch.isAtHospital()
        && !(branch.limit() instanceof TimeLimit.Instant);
  }

  private static List<Row> rows(
      Phrases phrases, Pool pool, ServiceItem item, Branch branch, Facts known) {
    var rows = new ArrayList<Row>();
    phrases.documents(branch.credential()).ifPresent(text -> rows.add(new Row("有效身份证件包括", text)));
    branch
        .otherLimits()
        .forEach(other -> rows.add(new Row(other.channel(), phrases.limit(other.limit()))));
    branch.effective().ifPresent(effective -> rows.add(new Row("生效", effective)));
    List<String> open =
        branch.channels().stream()
            .filter(channel -> channel.when().test(known) instanceof Condition.Verdict.Holds)
            .map(Channel::name)
            .distinct()
            .toList();
    if (!open.isEmpty()) {
      rows.add(new Row("办理渠道", String.join("、", open)));
    }
    branch
        .acceptedBy()
        .or(() -> item.printed().cell(Column.ACCEPTED_BY).filter(text -> !text.isBlank()))
        .ifPresent(office -> rows.add(new Row("受理单位", PrintedText.normalise(office))));
    pool.offices().forEach(office -> rows.add(new Row("办理地点", place(office))));
    phrases.agent(branch.agent(), known).ifPresent(text -> rows.add(new Row("委托办理", text)));
    rows.add(new Row("咨询电话", pool.hotlines().query()));
    rows.add(new Row("监督电话", pool.hotlines().complaint()));
    return rows;
  }

  private static String place(Pool.Office office) {
    return String.join(
        "，",
        Stream.of(office.name(), office.address(), office.hours(), office.phone())
            .filter(text -> !text.isBlank())
            .toList());
  }

  private static Stream<String> related(Region region, ServiceItem item) {
    return item.reading().related().stream()
        .flatMap(
            other ->
                region
                    .item(other.item())
                    .map(found -> "%s（见“%s”）".formatted(other.why(), found.name()))
                    .stream());
  }
}
