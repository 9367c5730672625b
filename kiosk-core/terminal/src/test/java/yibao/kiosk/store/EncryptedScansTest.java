package yibao.kiosk.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yibao.kiosk.record.Attachment;
import yibao.kiosk.record.Drafts;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingState;

class EncryptedScansTest {
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofHours(3));
  private static final String PERSON = "630102195804120023";
  private static final byte[] PAGE = page(200_000);

  @TempDir Path directory;
  private SqliteStore store;
  private Scans scans;

  @BeforeEach
  void powerOn() {
    powerOn("k1");
  }

  private void powerOn(String... keys) {
    store = SqliteStore.open(directory, Keys.named(keys), InstantSource.fixed(LATER));
    scans = new EncryptedScans(store);
  }

  @AfterEach
  void powerOff() {
    store.close();
  }

  /** A page with a name all over it. */
  private static byte[] page(int size) {
    byte[] page = new byte[size];
    new Random(1).nextBytes(page);
    byte[] name = "完颜若水".getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at + name.length < size; at += 1000) {
      System.arraycopy(name, 0, page, at, name.length);
    }
    return page;
  }

  @ParameterizedTest
  @CsvSource({"0,200000", "0,1", "65535,2", "65536,65536", "131000,69000", "199999,1", "7,0"})
  void anyPartOfAScanIsReadAlsoAfterAStart(int offset, int length) {
    Scans.Scan scan = scans.keep(PAGE, "image/jpeg", NOW);
    powerOff();
    powerOn();
    assertEquals(Optional.of(scan), scans.find(scan.digest()));
    assertArrayEquals(
        Arrays.copyOfRange(PAGE, offset, offset + length),
        scans.read(scan.digest(), offset, length));
  }

  @Test
  void theSameBytesAreKeptOnceAndNothingOfThemStandsOnTheDisk() throws IOException {
    Scans.Scan scan = scans.keep(PAGE, "image/jpeg", NOW);
    assertEquals(scan, scans.keep(PAGE, "image/jpeg", NOW));
    assertEquals(List.of(scan.digest()), files());
    assertFalse(
        new String(Files.readAllBytes(folder().resolve(scan.digest())), StandardCharsets.ISO_8859_1)
            .contains(
                new String("完颜若水".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
  }

  @Test
  void aScanAFilingNamesStaysUntilTheFilingIsPurgedAndIsThenShredded() throws IOException {
    Scans.Scan scan = scans.keep(PAGE, "image/jpeg", NOW);
    FilingJournal journal = new SqliteFilingJournal(store, InstantSource.fixed(NOW));
    FilingDraft draft = draftNaming(scan);
    journal.commit(draft, NOW);
    scans.discard(scan.digest());
    assertEquals(0, scans.shredUnheldKeptBefore(LATER));
    assertEquals(draft, journal.find(draft.key()).orElseThrow().draft());
    journal.settle(
        draft.key(), FilingState.ACCEPTED, Optional.of("SL1"), Optional.empty(), Optional.empty());
    new StoreUpkeep(store).purgeAnsweredBefore(LATER);
    assertEquals(1, scans.shredUnheldKeptBefore(LATER));
    assertEquals(Optional.empty(), scans.find(scan.digest()));
    assertEquals(List.of(), files());
  }

  @Test
  void aSavedFormHoldsItsPagesAndLetsThemGoWithIt() throws IOException {
    Scans.Scan scan = scans.keep(PAGE, "image/jpeg", NOW);
    SavedForms forms = new SqliteSavedForms(store);
    SavedForm form = new SavedForm(Map.of("a", "b"), List.of(attachment(scan)), NOW);
    forms.save(PERSON, "yunlan", 3, form);
    powerOff();
    powerOn();
    forms = new SqliteSavedForms(store);
    assertEquals(0, scans.shredUnheldKeptBefore(LATER));
    assertEquals(Optional.of(form), forms.find(PERSON, "yunlan", 3, NOW));
    forms.delete(PERSON, "yunlan", 3);
    scans.discard(scan.digest());
    assertEquals(List.of(), files());
  }

  @Test
  void aScanJustTakenIsNotSwept() {
    scans.keep(PAGE, "image/jpeg", LATER);
    assertEquals(0, scans.shredUnheldKeptBefore(LATER));
  }

  @Test
  void aFilingThatNamesAScanThatIsNotKeptIsNotCommitted() {
    FilingJournal journal = new SqliteFilingJournal(store, InstantSource.fixed(NOW));
    FilingDraft draft = draftNaming(new Scans.Scan("ab".repeat(32), "image/jpeg", 9));
    assertThrows(IllegalArgumentException.class, () -> journal.commit(draft, NOW));
    assertEquals(Optional.empty(), journal.find(draft.key()));
  }

  @Test
  void whatAnInterruptedRunLeftIsSweptAtTheStart() throws IOException {
    Scans.Scan scan = scans.keep(PAGE, "image/jpeg", NOW);
    powerOff();
    Files.write(folder().resolve("cd".repeat(32) + ".new"), PAGE);
    Files.write(folder().resolve("cd".repeat(32)), PAGE);
    powerOn();
    assertEquals(List.of(scan.digest()), files());
  }

  @Test
  void aScanChangedOnTheDiskDoesNotOpen() throws IOException {
    Scans.Scan scan = scans.keep(PAGE, "image/jpeg", NOW);
    Path file = folder().resolve(scan.digest());
    byte[] bytes = Files.readAllBytes(file);
    bytes[100] ^= 1;
    Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
    StoreFault fault = assertThrows(StoreFault.class, () -> scans.read(scan.digest(), 0, 10));
    assertEquals(StoreFault.UNDECIPHERABLE, fault.code());
  }

  @Test
  void scansOpenAfterAKeyChangeAndTheOldKeyIsNotNeeded() {
    Scans.Scan scan = scans.keep(PAGE, "image/jpeg", NOW);
    powerOff();
    powerOn("k1", "k2");
    new StoreUpkeep(store).changeKeys();
    powerOff();
    powerOn("k2");
    assertArrayEquals(PAGE, scans.read(scan.digest(), 0, PAGE.length));
  }

  private static FilingDraft draftNaming(Scans.Scan scan) {
    return Drafts.withScans(Drafts.relocation(), attachment(scan));
  }

  private static Attachment attachment(Scans.Scan scan) {
    return new Attachment(scan.digest(), "invoice", scan.mediaType(), scan.size(), 1);
  }

  private Path folder() {
    return directory.resolve(EncryptedScans.FOLDER);
  }

  private List<String> files() throws IOException {
    try (var files = Files.list(folder())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
