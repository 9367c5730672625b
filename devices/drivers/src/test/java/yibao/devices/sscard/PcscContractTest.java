package yibao.devices.sscard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.devices.port.PortException;
import yibao.devices.port.PortFault;
import yibao.devices.smartcard.PcscReaders;
import yibao.devices.smartcard.PcscSlotOpener;
import yibao.simulators.sscard.SocialSecurityCardSimulator;
import yibao.simulators.sscard.VirtualSlot;
import yibao.simulators.wire.NetworkRelay;

/** The real PC/SC service with its virtual reader; left out where they are not installed. */
@Timeout(60)
class PcscContractTest {
  private static final int MORE_THAN_THE_SERVICE_HAS_ROOM_FOR = 220;
  private static final Duration BETWEEN_CARDS = Duration.ofSeconds(1);

  @TempDir static Path folder;
  private static PcscService service;
  private final VirtualSlot slot = new VirtualSlot(VirtualSlot.FIRST_PORT);

  @BeforeAll
  static void startService() throws Exception {
    Assumptions.assumeTrue(
        PcscService.installed(), "pcscd and its virtual reader are not installed");
    service = PcscService.start(folder);
  }

  @AfterAll
  static void stopService() throws Exception {
    if (service != null) {
      service.stop();
    }
  }

  @AfterEach
  void pull() {
    slot.close();
  }

  @Test
  void aCardIsReadWhenItIsInTheSlot() throws Exception {
    try (SocialSecurityReader reader = open()) {
      while (reader.cardPresent()) {
        Thread.sleep(50);
      }
      assertEquals(new SocialSecurityReading.NoCard(), reader.read());

      insert();

      SocialSecurityReading.Read read =
          assertInstanceOf(SocialSecurityReading.Read.class, reader.read());
      assertEquals("张三", read.card().holder().orElseThrow().name());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 9})
  void aCardPulledInTheMiddleIsMuteAndTheNextOneIsRead(int commands) throws Exception {
    try (SocialSecurityReader reader = open()) {
      insert();
      slot.pullAfter(commands);
      assertEquals(new SocialSecurityReading.Mute(), reader.read());

      insert();
      assertInstanceOf(SocialSecurityReading.Read.class, reader.read());
    }
  }

  /** Both ways between slot and chip; the service itself asks for the answer to reset. */
  @ParameterizedTest
  @ValueSource(ints = {0, 2, 20, 30, 47, 90, 200, 320})
  void aCardWhoseLinkIsCutAtAByteIsNoReadAndTheNextOneIs(int bytes) throws Exception {
    try (SocialSecurityReader reader = open();
        NetworkRelay relay = new NetworkRelay(VirtualSlot.FIRST_PORT).plugIn();
        VirtualSlot cut = new VirtualSlot(relay.port())) {
      while (reader.cardPresent()) {
        Thread.sleep(50);
      }
      relay.after(bytes);
      cut.insert(new SocialSecurityCardSimulator(SsCards.of("2.00", "张三")));
      while (!relay.happened()) {
        assertFalse(reader.read() instanceof SocialSecurityReading.Read, "cut while reading");
      }
      while (reader.cardPresent()) {
        Thread.sleep(50);
      }

      insert();
      assertInstanceOf(SocialSecurityReading.Read.class, reader.read());
    }
  }

  @Test
  void theServiceMayRestart() throws Exception {
    SocialSecurityReader before = open();
    service.stop();
    assertThrows(PortException.class, before::cardPresent);
    assertTrue(before.lost());
    before.close();

    service = PcscService.start(folder);

    insert();
    try (SocialSecurityReader after = open()) {
      assertInstanceOf(SocialSecurityReading.Read.class, after.read());
    }
  }

  @Test
  void aReaderThatIsNotThereIsAbsent() {
    PcscSlotOpener opener = new PcscSlotOpener(Pattern.compile("no such reader"));
    assertEquals(PortFault.ABSENT, assertThrows(PortException.class, opener::open).fault());
  }

  /** A reader looked for once a second, in vain for days, must leave nothing at the service. */
  @Test
  void whatWasOpenedAndWhatWasNotLeavesNoContextAtTheService() throws Exception {
    PcscSlotOpener there = new PcscSlotOpener(Pattern.compile("Virtual PCD 00 00"));
    PcscSlotOpener nowhere = new PcscSlotOpener(Pattern.compile("no such reader"));
    int before = service.connections();
    for (int i = 0; i < MORE_THAN_THE_SERVICE_HAS_ROOM_FOR; i++) {
      there.open().close();
      assertEquals(PortFault.ABSENT, assertThrows(PortException.class, nowhere::open).fault());
      assertTrue(PcscReaders.names().contains("Virtual PCD 00 00"));
    }
    while (service.connections() > before) {
      Thread.sleep(50);
    }
  }

  /**
   * The service looks for cards a few times a second, misses one that is swapped faster, and may
   * say for a moment of one just torn out that it is back: only what it says after a card was put
   * in counts.
   */
  private void insert() throws Exception {
    try (SocialSecurityReader reader = open()) {
      do {
        slot.pull();
        Thread.sleep(BETWEEN_CARDS);
        slot.insert(new SocialSecurityCardSimulator(SsCards.of("2.00", "张三")));
        Thread.sleep(BETWEEN_CARDS);
      } while (!reader.cardPresent());
    }
  }

  private static SocialSecurityReader open() throws PortException {
    return new SocialSecurityReader(
        new PcscSlotOpener(Pattern.compile("Virtual PCD 00 00")).open());
  }
}
