package yibao.kiosk.journey.brief;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import yibao.kiosk.catalog.Column;
import yibao.kiosk.catalog.Deadline;
import yibao.kiosk.catalog.Ending;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.catalog.Notice;
import yibao.kiosk.catalog.PrintedText;
import yibao.kiosk.catalog.Stage;
import yibao.kiosk.journey.view.Row;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.journey.visit.Site;

/**
 * The catalogue's notice of the chosen case, in the lines of the screen that tells it.
 *
 * @param notice what the catalogue says of the case
 * @param here whether this terminal carries it out
 */
public record Briefing(Notice notice, boolean here) {

  private static final String OFFICES = "办理地点";
  private static final String CHANNELS = "办理渠道";

  /** What stands at the foot of every paper already. */
  private static final Set<String> AT_THE_FOOT = Set.of("咨询电话", "监督电话");

  private static final String ACCEPTED_BY = "受理单位";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu年M月d日（EEE）", Locale.CHINA);

  /**
   * The case the visit has chosen, if handed in today.
   *
   * @param here whether this terminal carries it out
   */
  public static Briefing of(Scene scene, Facts known, boolean here) {
    Site site = scene.facilities().site();
    return new Briefing(
        Notice.of(
            site.region(),
            site.pool(),
            scene.visit().item().orElseThrow(),
            scene.visit().branch().orElseThrow(),
            known,
            scene.facilities().today(),
            site.dayCounter()),
        here);
  }

  /** How the case ends; what this terminal does not carry out yet, a window does. */
  public String ending(Sentences sentences) {
    return here || notice.branch().ending() == Ending.GUIDANCE
        ? notice.ending()
        : sentences.say("brief.at-window");
  }

  /** What to show, how long it takes and until when, then everything else. */
  public List<Row> rows(Sentences sentences) {
    var rows = new ArrayList<Row>();
    rows.add(Row.of("请出示", notice.credential()));
    rows.add(
        Row.of("办理时限", PrintedText.normalise(notice.item().printed().text(Column.TIME_LIMIT))));
    notice.deadline().ifPresent(deadline -> rows.add(Row.of("预计办结", day(deadline, sentences))));
    if (!notice.spared().isEmpty()) {
      rows.add(Row.of("不用带", String.join("、", notice.spared())));
    }
    notice.rows().forEach(row -> rows.add(Row.of(row.label(), row.value())));
    notice.notes().forEach(note -> rows.add(Row.of("请注意", note)));
    return rows;
  }

  /** The item and which case of it. */
  public String title() {
    return notice
        .branch()
        .name()
        .map(name -> notice.item().name() + "：" + name)
        .orElse(notice.item().name());
  }

  /** How long it takes, and until when if handed in today. */
  public String limit(Sentences sentences) {
    return notice
        .deadline()
        .map(deadline -> notice.limit() + "，今天受理的：" + day(deadline, sentences))
        .orElse(notice.limit());
  }

  /** The offices; where the pool names none, or only a hospital does it, the channels. */
  public String where() {
    return Stream.of(notice.branch().isAtHospital() ? CHANNELS : OFFICES, CHANNELS, ACCEPTED_BY)
        .map(this::values)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("请拨打咨询电话询问");
  }

  /** Everything else worth a line on paper. */
  public List<String> notesOnPaper() {
    var notes = new ArrayList<String>();
    if (!notice.spared().isEmpty()) {
      notes.add("不用带：" + String.join("、", notice.spared()));
    }
    notice.rows().stream()
        .filter(row -> !row.label().equals(OFFICES) && !AT_THE_FOOT.contains(row.label()))
        .forEach(row -> notes.add(row.label() + "：" + row.value()));
    if (!notice.stages().isEmpty()) {
      notes.add("办理环节：" + String.join("→", stages()));
    }
    notes.addAll(notice.notes());
    return notes;
  }

  private String values(String label) {
    return notice.rows().stream()
        .filter(row -> row.label().equals(label))
        .map(Notice.Row::value)
        .collect(Collectors.joining("；"));
  }

  /** The materials, numbered. */
  public List<String> materials() {
    List<Notice.Need> needs = notice.materials();
    return IntStream.range(0, needs.size())
        .mapToObj(i -> (i + 1) + ". " + needs.get(i).line())
        .toList();
  }

  public List<String> stages() {
    return notice.stages().stream().map(Stage::name).toList();
  }

  /** 设定依据, then 备注, as printed. */
  public List<String> printed() {
    return Stream.concat(notice.legalBasis().stream(), notice.remarks().stream()).toList();
  }

  private static String day(Deadline deadline, Sentences sentences) {
    String day = DAY.format(deadline.date());
    return deadline.arranged() ? day : day + sentences.say("brief.holidays-unknown");
  }
}
