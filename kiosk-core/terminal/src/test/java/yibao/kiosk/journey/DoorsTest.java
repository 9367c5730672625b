package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.calendar.OpeningHours;
import yibao.kiosk.calendar.OpeningHours.Sitting;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.StepKind;
import yibao.kiosk.store.Keys;

/** Out of hours, or taken out of service, nobody begins; whoever has begun is not cut short. */
class DoorsTest {
  private static final OpeningHours HOURS =
      new OpeningHours(
          List.of(
              new Sitting(LocalTime.of(9, 0), LocalTime.of(12, 0)),
              new Sitting(LocalTime.of(13, 30), LocalTime.of(17, 0))),
          List.of(),
          Duration.ofMinutes(10),
          List.of());

  @TempDir private Path data;
  private FakeHall hall;

  @AfterEach
  void close() {
    hall.close();
  }

  private void givenAHall() {
    hall = new FakeHall("qinghai", data, Keys.named("k1"));
  }

  private void givenAHallWithHours() {
    hall = new FakeHall("qinghai", data, Keys.named("k1"), HOURS);
  }

  private Optional<Step.Attract.Closed> closed() {
    return assertInstanceOf(Step.Attract.class, hall.journey().view().step()).closed();
  }

  private StepKind step() {
    return hall.journey().view().step().kind();
  }

  @Test
  void ten_minutes_before_lunch_the_screen_closes_by_itself_and_opens_after_it() {
    givenAHallWithHours();
    assertEquals(Optional.empty(), closed());

    hall.time.pass(Duration.ofMinutes(110));
    assertEquals(Optional.of("3月2日（周一）13:30"), closed().orElseThrow().opens());
    hall.journey().start();
    assertEquals(StepKind.ATTRACT, step());

    hall.time.pass(Duration.ofMinutes(100));
    assertEquals(Optional.empty(), closed());
    hall.journey().start();
    assertEquals(StepKind.CHOOSE, step());
  }

  @Test
  void a_visit_under_way_is_not_cut_short() {
    givenAHallWithHours();
    hall.time.pass(Duration.ofMinutes(109));
    hall.journey().start();

    hall.time.pass(Duration.ofSeconds(70));
    hall.doors.close(new HallDoors.Closure("换纸", Optional.empty()));
    assertEquals(StepKind.CHOOSE, step());

    hall.journey().leave();
    assertEquals("换纸", closed().orElseThrow().sentence());
  }

  @Test
  void staff_close_it_with_a_reason_until_a_time_and_it_opens_by_itself() {
    givenAHall();
    LocalDateTime end = LocalDateTime.of(2026, 3, 2, 10, 30);

    hall.doors.close(new HallDoors.Closure("打印机检修", Optional.of(end)));
    Step.Attract.Closed shown = closed().orElseThrow();
    assertEquals("本机暂停服务", shown.title());
    assertEquals("打印机检修", shown.sentence());
    assertEquals(Optional.of("3月2日（周一）10:30"), shown.opens());

    hall.time.pass(Duration.ofMinutes(30));
    assertEquals(Optional.empty(), closed());
  }

  @Test
  void staff_open_it_again() {
    givenAHall();
    hall.doors.close(new HallDoors.Closure("打印机检修", Optional.empty()));
    hall.journey().start();
    assertEquals(StepKind.ATTRACT, step());

    hall.doors.open();
    hall.journey().start();
    assertEquals(StepKind.CHOOSE, step());
  }

  @Test
  void it_is_still_out_of_service_after_the_power_was_cut() {
    givenAHall();
    hall.doors.close(new HallDoors.Closure("打印机检修", Optional.empty()));
    hall.close();

    givenAHall();

    assertEquals("打印机检修", closed().orElseThrow().sentence());
  }

  @Test
  void a_closure_needs_a_reason_people_can_read() {
    givenAHall();

    assertThrows(
        IllegalArgumentException.class, () -> new HallDoors.Closure(" ", Optional.empty()));
  }
}
