package yibao.kiosk.journey;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import yibao.kiosk.catalog.Column;
import yibao.kiosk.catalog.Deadline;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.catalog.Notice;
import yibao.kiosk.catalog.PrintedText;
import yibao.kiosk.catalog.Stage;
import yibao.kiosk.journey.view.Row;

/**
 * The catalogue's notice of the chosen case, in the lines of the screen that tells it.
 *
 * @param notice what the catalogue says of the case
 */
record Briefing(Notice notice) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu年M月d日（EEE）", Locale.CHINA);

  /** The case the visit has chosen, if handed in today. */
  static Briefing of(Scene scene, Facts known) {
    Site site = scene.facilities().site();
    return new Briefing(
        Notice.of(
            site.region(),
            site.pool(),
            scene.visit().item().orElseThrow(),
            scene.visit().branch().orElseThrow(),
            known,
            scene.facilities().today(),
            site.dayCounter()));
  }

  /** What to show, how long it takes and until when, then everything else. */
  List<Row> rows(Sentences sentences) {
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

  /** The materials, numbered. */
  List<String> materials() {
    List<Notice.Need> needs = notice.materials();
    return IntStream.range(0, needs.size())
        .mapToObj(i -> (i + 1) + ". " + needs.get(i).line())
        .toList();
  }

  List<String> stages() {
    return notice.stages().stream().map(Stage::name).toList();
  }

  /** 设定依据, then 备注, as printed. */
  List<String> printed() {
    return Stream.concat(notice.legalBasis().stream(), notice.remarks().stream()).toList();
  }

  private static String day(Deadline deadline, Sentences sentences) {
    String day = DAY.format(deadline.date());
    return deadline.arranged() ? day : day + sentences.say("brief.holidays-unknown");
  }
}
