package yibao.sandbox.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

  private static final Instant LATER = Instant.parse("2026-11-22T02:00:00Z");

  @TempDir Path directory;

  @Test
  void what_was_written_is_there_after_a_restart() throws IOException {
    write(filing("1"), filing("2"));

    assertEquals(List.of(filing("1"), filing("2")), reopened());
  }

  @Test
  void a_request_cut_off_while_it_is_written_down_does_not_end_the_ledger_for_the_others()
      throws IOException {
    Thread.currentThread().interrupt();
    write(filing("1"), filing("2"));
    assertTrue(Thread.interrupted());

    assertEquals(List.of(filing("1"), filing("2")), reopened());
  }

  @Test
  void the_newest_state_of_a_filing_counts() throws IOException {
    write(filing("1"), filing("1").in(LedgerFiling.State.ENDED, LATER));

    assertEquals(List.of(filing("1").in(LedgerFiling.State.ENDED, LATER)), reopened());
  }

  @Test
  void a_last_line_cut_short_at_any_byte_is_dropped_and_the_rest_kept() throws IOException {
    write(filing("1"), filing("2"));
    byte[] whole = Files.readAllBytes(file());
    int bytesOfFirst = whole.length / 2;
    assertEquals('\n', whole[bytesOfFirst - 1], "both lines are equally long");

    for (int cut = bytesOfFirst; cut < whole.length; cut++) {
      Files.write(file(), Arrays.copyOf(whole, cut));
      assertEquals(List.of(filing("1")), reopened(), "cut at " + cut);
      assertEquals(bytesOfFirst, Files.size(file()));
    }
  }

  @Test
  void after_a_cut_line_new_filings_are_kept() throws IOException {
    write(filing("1"));
    Files.writeString(file(), "1234abcd [{\"num", StandardOpenOption.APPEND);
    write(filing("3"));

    assertEquals(List.of(filing("1"), filing("3")), reopened());
  }

  @Test
  void a_changed_byte_in_the_middle_stops_the_start() throws IOException {
    write(filing("1"), filing("2"));
    byte[] bytes = Files.readAllBytes(file());
    bytes[20] ^= 1;
    Files.write(file(), bytes);

    assertThrows(IOException.class, this::reopened);
  }

  private Path file() {
    return directory.resolve("filings.ledger");
  }

  private void write(LedgerFiling... filings) throws IOException {
    try (Ledger ledger = new Ledger(directory, List.of())) {
      for (LedgerFiling filing : filings) {
        ledger.inTurn(
            book -> {
              book.write(filing);
              return book;
            });
      }
    }
  }

  private List<LedgerFiling> reopened() throws IOException {
    try (Ledger ledger = new Ledger(directory, List.of())) {
      return ledger.all();
    }
  }

  private static LedgerFiling filing(String number) {
    Instant taken = Instant.parse("2026-11-22T01:00:00Z");
    return new LedgerFiling(
        number,
        Optional.of("key" + number),
        "digest",
        "relocation",
        Optional.empty(),
        "63",
        "630102198604129916",
        "310",
        "630100",
        Map.of("rloc_admdvs", "310000"),
        taken,
        "T1",
        LedgerFiling.State.FINISHED,
        taken,
        Optional.empty(),
        Intake.NOTHING);
  }
}
