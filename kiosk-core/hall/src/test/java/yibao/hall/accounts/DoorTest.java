package yibao.hall.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.accounts.Accounts;
import yibao.accounts.Role;

class DoorTest {
  @TempDir Path folder;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-02T04:00:00Z"));
  private final Lockouts kept = new InMind();
  private Door door;

  @BeforeEach
  void hire() throws IOException {
    Path file = folder.resolve("accounts");
    Accounts.add(file, "1001", Role.TECHNICIAN, "correct horse");
    door = new Door(Accounts.read(file), kept, now::get);
  }

  @Test
  void the_right_password_opens_a_session_of_that_number() {
    Door.Knock.Open open =
        assertInstanceOf(Door.Knock.Open.class, door.knock("1001", "correct horse"));
    assertEquals(Optional.of(new Door.Within("1001", Role.TECHNICIAN)), door.whose(open.token()));
    assertEquals(Optional.empty(), door.whose("another"));
  }

  @Test
  void a_quiet_half_hour_ends_a_session() {
    Door.Knock.Open open =
        assertInstanceOf(Door.Knock.Open.class, door.knock("1001", "correct horse"));
    now.set(now.get().plus(Duration.ofMinutes(30)));
    assertEquals(Optional.empty(), door.whose(open.token()));
  }

  @Test
  void after_five_wrong_passwords_the_right_one_waits_five_minutes() {
    for (int i = 0; i < 5; i++) {
      assertInstanceOf(Door.Knock.Wrong.class, door.knock("1001", "wrong"));
    }
    assertInstanceOf(Door.Knock.Closed.class, door.knock("1001", "correct horse"));
    now.set(now.get().plus(Duration.ofMinutes(5)));
    assertInstanceOf(Door.Knock.Open.class, door.knock("1001", "correct horse"));
  }

  @Test
  void of_those_who_try_a_closed_number_the_first_is_told_and_no_flood_after_it() {
    for (int i = 0; i < 5; i++) {
      door.knock("1001", "wrong");
    }
    assertEquals(new Door.Knock.Closed(true), door.knock("1001", "correct horse"));
    assertEquals(new Door.Knock.Closed(false), door.knock("1001", "correct horse"));
  }

  @Test
  void without_accounts_nobody_gets_in() {
    assertInstanceOf(
        Door.Knock.NoAccounts.class, new Door(Accounts.none(), kept, now::get).knock("1001", "x"));
  }

  @Test
  void a_restart_forgives_no_wrong_password() throws IOException {
    for (int i = 0; i < 5; i++) {
      door.knock("1001", "wrong");
    }
    door = new Door(Accounts.read(folder.resolve("accounts")), kept, now::get);
    assertInstanceOf(Door.Knock.Closed.class, door.knock("1001", "correct horse"));
  }

  @Test
  void tries_of_numbers_that_are_nobodys_are_not_kept() {
    door.knock("9999", "wrong");
    assertEquals(Map.of(), kept.all());
  }

  @Test
  void whoever_is_in_does_not_wait_for_a_password_that_is_being_checked() throws IOException {
    AtomicReference<Door> knockedAt = new AtomicReference<>();
    AtomicReference<String> within = new AtomicReference<>("");
    AtomicReference<Optional<Door.Within>> met = new AtomicReference<>(Optional.empty());
    Lockouts slowDisk =
        new InMind() {
          @Override
          public void keep(String number, Tried what) {
            met.set(
                CompletableFuture.supplyAsync(() -> knockedAt.get().whose(within.get()))
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join());
          }
        };
    knockedAt.set(new Door(Accounts.read(folder.resolve("accounts")), slowDisk, now::get));
    within.set(((Door.Knock.Open) knockedAt.get().knock("1001", "correct horse")).token());

    knockedAt.get().knock("1001", "wrong");

    assertEquals(Optional.of(new Door.Within("1001", Role.TECHNICIAN)), met.get());
  }

  private static class InMind implements Lockouts {
    private final Map<String, Tried> tried = new LinkedHashMap<>();

    @Override
    public Map<String, Tried> all() {
      return Map.copyOf(tried);
    }

    @Override
    public void keep(String number, Tried what) {
      tried.put(number, what);
    }

    @Override
    public void forget(String number) {
      tried.remove(number);
    }
  }
}
