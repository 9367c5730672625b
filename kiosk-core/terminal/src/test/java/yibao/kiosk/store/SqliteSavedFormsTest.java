package yibao.kiosk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteSavedFormsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  private static final String PERSON = "630102195804120023";
  private static final Map<String, String> VALUES = Map.of("phone", "13900001111");

  @TempDir Path directory;
  private SqliteStore store;
  private SavedForms forms;

  @BeforeEach
  void open() {
    store = SqliteStore.open(directory, Keys.named("k1"), InstantSource.fixed(NOW));
    forms = new SqliteSavedForms(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void save(Map<String, String> values) {
    forms.save(PERSON, "yunlan", 3, new SavedForm(values, List.of(), NOW));
  }

  private Optional<Map<String, String>> find(
      String person, String region, int item, Instant notBefore) {
    return forms.find(person, region, item, notBefore).map(SavedForm::values);
  }

  @Test
  void aSavedFormIsFoundByItsPersonForItsItemOnlyAlsoAfterAStart() {
    save(VALUES);
    close();
    open();
    assertEquals(Optional.of(VALUES), find(PERSON, "yunlan", 3, NOW));
    assertEquals(Optional.empty(), find(PERSON, "yunlan", 4, NOW));
    assertEquals(Optional.empty(), find("410402196208150015", "yunlan", 3, NOW));
  }

  @Test
  void theLaterFormReplacesTheEarlierOneAndCanBeDeleted() {
    save(Map.of("phone", "1"));
    save(VALUES);
    assertEquals(Optional.of(VALUES), find(PERSON, "yunlan", 3, NOW));
    forms.delete(PERSON, "yunlan", 3);
    assertEquals(Optional.empty(), find(PERSON, "yunlan", 3, Instant.EPOCH));
  }

  @Test
  void anOldFormIsNotFoundAndThenDeleted() {
    save(VALUES);
    Instant later = NOW.plus(Duration.ofHours(1));
    assertEquals(Optional.empty(), find(PERSON, "yunlan", 3, later));
    assertEquals(1, forms.deleteSavedBefore(later));
    assertEquals(Optional.empty(), find(PERSON, "yunlan", 3, Instant.EPOCH));
  }

  @Test
  void nothingOfThePersonStandsOnTheDisk() throws IOException {
    save(VALUES);
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(PERSON) || bytes.contains("13900001111"));
      }
    }
  }
}
