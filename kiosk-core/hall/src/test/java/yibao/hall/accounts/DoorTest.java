package yibao.hall.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorTest {
  @TempDir Path folder;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-02T04:00:00Z"));
  private Door door;

  @BeforeEach
  void hire() throws IOException {
    Path file = folder.resolve("accounts");
    Accounts.add(file, "1001", "correct horse");
    door = new Door(Accounts.read(file), now::get);
  }

  @Test
  void the_right_password_opens_a_session_of_that_number() {
    Door.Knock.Open open =
        assertInstanceOf(Door.Knock.Open.class, door.knock("1001", "correct horse"));
    assertEquals(Optional.of("1001"), door.whose(open.token()));
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
  void without_accounts_nobody_gets_in() {
    assertInstanceOf(
        Door.Knock.NoAccounts.class, new Door(Accounts.none(), now::get).knock("1001", "x"));
  }

  @Test
  void a_short_password_is_refused() {
    assertThrows(IOException.class, () -> Accounts.add(folder.resolve("a"), "1002", "short"));
  }
}
