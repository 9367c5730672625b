package yibao.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import yibao.kiosk.store.InMind;
import yibao.kiosk.web.StaffDoor.Knock;

class StaffDoorTest {
  private static final StaffDoor.Accounts ONE =
      new StaffDoor.Accounts() {
        @Override
        public boolean isEmpty() {
          return false;
        }

        @Override
        public boolean proves(String number, String password) {
          return number.equals("1001") && password.equals("right");
        }
      };

  private final InMind memory = new InMind();
  private Instant now = Instant.parse("2026-03-02T01:00:00Z");
  private StaffDoor door = door("staff");

  @Test
  void five_wrong_passwords_close_the_door_for_five_minutes_even_to_who_knows_it() {
    wrong(5);
    assertEquals(new Knock.Closed(true), knock("right"));

    now = now.plus(Duration.ofMinutes(5));
    assertInstanceOf(Knock.Open.class, knock("right"));
  }

  @Test
  void a_restart_opens_no_door_and_forgives_no_wrong_password() {
    wrong(4);
    door = door("staff");
    wrong(1);
    assertEquals(new Knock.Closed(true), knock("right"));

    door = door("staff");
    assertEquals(new Knock.Closed(true), knock("right"));
    assertInstanceOf(Knock.Open.class, door("technician").knock("1001", "right"));
  }

  @Test
  void of_those_who_try_a_closed_door_the_first_is_told_and_no_flood_after_it() {
    wrong(5);
    assertEquals(new Knock.Closed(true), knock("right"));
    assertEquals(new Knock.Closed(false), knock("right"));

    now = now.plus(Duration.ofMinutes(5));
    wrong(5);
    assertEquals(new Knock.Closed(true), knock("right"));
  }

  @Test
  void the_right_password_forgives_those_before_it() {
    wrong(4);
    assertInstanceOf(Knock.Open.class, knock("right"));
    wrong(4);
    assertInstanceOf(Knock.Open.class, knock("right"));
  }

  @Test
  void two_who_are_in_do_not_end_each_other_and_each_leaves_alone() {
    String one = ((Knock.Open) knock("right")).token();
    String other = ((Knock.Open) knock("right")).token();
    assertEquals(Optional.of("1001"), door.enter(one));

    door.leave(one);

    assertEquals(Optional.empty(), door.enter(one));
    assertEquals(Optional.of("1001"), door.enter(other));
  }

  @Test
  void of_too_many_the_one_quiet_for_longest_is_out() {
    String first = ((Knock.Open) knock("right")).token();
    String second = ((Knock.Open) knock("right")).token();
    door.enter(first);
    for (int i = 0; i < 15; i++) {
      knock("right");
    }

    assertEquals(Optional.of("1001"), door.enter(first));
    assertEquals(Optional.empty(), door.enter(second));
  }

  @Test
  void what_cannot_be_read_of_wrong_passwords_keeps_nobody_out() {
    memory.remember("door.staff", "nonsense");
    assertInstanceOf(Knock.Open.class, knock("right"));
  }

  @Test
  void nothing_of_number_or_password_is_remembered() {
    wrong(1);
    assertTrue(memory.values().get("door.staff").matches("[\\d ]+"), memory.values().toString());
  }

  @Test
  void whoever_is_in_does_not_wait_for_a_password_that_is_being_checked() {
    AtomicReference<StaffDoor> knockedAt = new AtomicReference<>();
    AtomicReference<String> within = new AtomicReference<>("");
    AtomicReference<Optional<String>> met = new AtomicReference<>(Optional.empty());
    StaffDoor busy =
        new StaffDoor(
            new StaffDoor.Accounts() {
              @Override
              public boolean isEmpty() {
                return false;
              }

              @Override
              public boolean proves(String number, String password) {
                met.set(
                    CompletableFuture.supplyAsync(() -> knockedAt.get().enter(within.get()))
                        .orTimeout(20, TimeUnit.SECONDS)
                        .join());
                return true;
              }
            },
            memory,
            "staff",
            () -> now);
    knockedAt.set(busy);
    within.set(((Knock.Open) busy.knock("1001", "right")).token());

    busy.knock("1002", "right");

    assertEquals(Optional.of("1001"), met.get());
  }

  private void wrong(int times) {
    for (int i = 0; i < times; i++) {
      assertEquals(new Knock.Wrong(), knock("wrong"));
    }
  }

  private Knock knock(String password) {
    return door.knock("1001", password);
  }

  private StaffDoor door(String name) {
    return new StaffDoor(ONE, memory, name, () -> now);
  }
}
