package yibao.kiosk.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.filing.HandMadeTime;
import yibao.kiosk.hardware.DeviceName;
import yibao.kiosk.hardware.DeviceState;
import yibao.kiosk.hardware.DeviceStatus;
import yibao.kiosk.hardware.PaperState;
import yibao.kiosk.journey.JourneyEvent;
import yibao.kiosk.journey.view.Language;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.View;
import yibao.telemetry.condition.MonthFigures;

/** A terminal counts for its own staff, whether a hall watches it or not. */
class OwnFiguresTest {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Step ATTRACT = new Step.Attract(Optional.empty(), Optional.empty());
  private static final Step CHOOSE = new Step.Choose(Optional.empty());
  private static final Step ANSWER =
      new Step.Answer("标题", List.of(), Optional.empty(), Optional.empty(), List.of());

  @TempDir private Path directory;
  private final HandMadeTime time = new HandMadeTime();
  private OwnFigures figures;

  @BeforeEach
  void open() throws SQLException {
    figures = OwnFigures.open(directory, time, CHINA);
  }

  @AfterEach
  void close() {
    figures.close();
  }

  private void whenItIsStartedAnew() throws SQLException {
    figures.close();
    figures = OwnFigures.open(directory, time, CHINA);
  }

  private MonthFigures look() throws InterruptedException {
    return figures.look().orElseThrow();
  }

  private String today() {
    return time.instant().atZone(CHINA).toLocalDate().toString();
  }

  private void show(Step step, int item) {
    figures
        .visits()
        .accept(
            new JourneyEvent.ViewChanged(
                new View(
                    1,
                    step,
                    Optional.empty(),
                    Optional.empty(),
                    item == 0 ? Optional.empty() : Optional.of(chip(item)),
                    Optional.empty(),
                    false,
                    Language.CHINESE)));
  }

  private static View.ItemChip chip(int item) {
    return new View.ItemChip(item, "事项" + item, "分类");
  }

  private void givenAVisit(int item, boolean reached, Duration took) {
    show(CHOOSE, item);
    time.pass(took);
    show(reached ? ANSWER : CHOOSE, item);
    show(ATTRACT, 0);
  }

  private void givenPaper(PaperState paper) {
    figures.heard(
        List.of(
            new DeviceStatus(
                DeviceName.PRINTER,
                DeviceState.ONLINE,
                Optional.of(paper),
                Optional.empty(),
                Optional.empty(),
                time.instant())));
  }

  @Test
  void visits_are_told_by_day_by_item_and_by_where_people_gave_up() throws Exception {
    givenAVisit(7, true, Duration.ofSeconds(40));
    givenAVisit(7, false, Duration.ofSeconds(20));
    givenAVisit(9, true, Duration.ofSeconds(60));

    MonthFigures now = look();

    assertEquals(List.of(new MonthFigures.Day(today(), 3, 2, 40, Optional.of(0L))), now.days());
    assertEquals(
        List.of(new MonthFigures.Item(7, "事项7", 2, 1), new MonthFigures.Item(9, "事项9", 1, 1)),
        now.items());
    assertEquals(List.of(new MonthFigures.Left("choose", 1)), now.leftAt());
  }

  @Test
  void what_is_counted_is_told_by_day_and_stays_over_a_restart() throws Exception {
    String yesterday = today();
    figures.count(Tally.Counter.CARD_FAILED);
    figures.count(Tally.Counter.CARD_FAILED);
    time.pass(Duration.ofDays(1));
    figures.count(Tally.Counter.CARD_READ);

    whenItIsStartedAnew();

    assertEquals(
        List.of(
            new MonthFigures.Counted(today(), Map.of("card.read", 1L)),
            new MonthFigures.Counted(yesterday, Map.of("card.failed", 2L))),
        look().counted());
  }

  @Test
  void a_roll_that_was_used_up_tells_how_long_the_next_one_lasts() throws Exception {
    givenPaper(PaperState.LOW);
    time.pass(Duration.ofDays(1));
    givenPaper(PaperState.FULL);
    for (int day = 0; day < 4; day++) {
      time.pass(Duration.ofHours(1));
      figures.count(Tally.Counter.RECEIPT_PRINTED);
      figures.count(Tally.Counter.RECEIPT_PRINTED);
      time.pass(Duration.ofDays(1));
    }
    givenPaper(PaperState.LOW);
    givenPaper(PaperState.FULL);

    MonthFigures.Paper roll = look().papers().getFirst();

    assertEquals("printer", roll.device());
    assertEquals(Optional.of(8L), roll.forecast().perFill());
    assertEquals(0, roll.forecast().printed());
    assertTrue(roll.forecast().lowAt().isPresent());
  }

  @Test
  void what_is_older_than_a_month_is_neither_told_nor_kept() throws Exception {
    givenAVisit(7, true, Duration.ofSeconds(40));
    time.pass(FigureBook.KEPT.plusDays(1));
    assertEquals(List.of(), look().days());

    givenAVisit(9, true, Duration.ofSeconds(1));
    figures.close();

    try (FigureBook book = FigureBook.open(directory, CHINA)) {
      assertEquals(
          List.of(9),
          book.items(time.instant().minus(FigureBook.KEPT)).stream()
              .map(MonthFigures.Item::seq)
              .toList());
    }
  }

  @Test
  void a_file_that_became_unreadable_is_set_aside_and_counting_begins_anew() throws Exception {
    figures.close();
    Path file = directory.resolve(FigureBook.FILE_NAME);
    Files.writeString(file, "this was a database once, before the disk forgot how to hold one");

    figures = OwnFigures.open(directory, time, CHINA);
    givenAVisit(7, true, Duration.ofSeconds(40));

    assertEquals(1, look().days().getFirst().visits());
    assertTrue(Files.exists(file.resolveSibling(FigureBook.FILE_NAME + ".unreadable")));
  }
}
