package yibao.kiosk.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Column;
import yibao.kiosk.catalog.Ending;
import yibao.kiosk.catalog.PrintedItem;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Row;
import yibao.kiosk.journey.view.Step;

/** What the item needs, how long it takes and how it ends, before anything is asked. */
final class BriefStage implements Stage {

  private static final List<Choice> START = List.of(new Choice("start", "开始办理", true));

  private final boolean canDo;

  /**
   * Tells about the item the visit has chosen.
   *
   * @param canDo whether this terminal carries it out
   */
  BriefStage(boolean canDo) {
    this.canDo = canDo;
  }

  @Override
  public Pace pace() {
    return Pace.BROWSING;
  }

  @Override
  public Step show(Scene scene) {
    Branch branch = scene.visit().branch().orElseThrow();
    PrintedItem printed = scene.visit().item().orElseThrow().printed();
    Sentences sentences = scene.facilities().sentences();
    Ending ending = branch.ending();
    return new Step.Brief(
        ending.key(),
        Endings.label(branch, sentences),
        sentences.say("ending." + ending.key() + ".sentence"),
        facts(scene, branch, printed),
        numbered(printed.text(Column.MATERIALS)),
        branch.stages().stream().map(stage -> stage.name()).toList(),
        numbered(printed.text(Column.LEGAL_BASIS)),
        notice(scene, ending),
        canDo ? START : List.of());
  }

  private static List<Row> facts(Scene scene, Branch branch, PrintedItem printed) {
    List<Row> rows = new ArrayList<>();
    if (branch.credential().isRequired()) {
      rows.add(Row.of("请出示", Accepts.words(branch.credential())));
    }
    rows.add(Row.of("办理时限", printed.text(Column.TIME_LIMIT)));
    rows.add(Row.of("咨询电话", scene.facilities().site().pool().hotlines().query()));
    return rows;
  }

  private Optional<Notice> notice(Scene scene, Ending ending) {
    if (canDo || ending == Ending.GUIDANCE) {
      return Optional.empty();
    }
    return Optional.of(
        new Notice(
            "brief.not-here",
            scene
                .facilities()
                .sentences()
                .say(
                    "brief.not-here",
                    Map.of("hotline", scene.facilities().site().pool().hotlines().query())),
            Notice.Tone.INFO));
  }

  /** Splits a printed cell before each of its numbers "1." "2." … */
  private static List<String> numbered(String cell) {
    return Arrays.stream(cell.split("(?<=\\D)(?=\\d{1,2}\\s*[.．、](?!\\d))"))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    Answers.choice(answer, canDo ? START : List.of());
    scene.next();
  }
}
