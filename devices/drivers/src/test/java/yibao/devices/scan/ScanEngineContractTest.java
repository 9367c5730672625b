package yibao.devices.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import yibao.devices.port.PortException;
import yibao.devices.port.SerialPortOpener;
import yibao.devices.port.SerialSettings;
import yibao.simulators.scan.ScanEngineSimulator;
import yibao.simulators.wire.SerialCable;

/** Driver and simulators of five makers on the two ends of real pseudo-terminals. */
@Timeout(30)
class ScanEngineContractTest {
  private static final int BAUD = 9600;
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration BRIEFLY = Duration.ofMillis(200);
  private static final String VOUCHER = "4243754826492874240001130000";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "NEWLAND, 7e01303030302353434e545247313b03",
    "HONEYWELL, 16540d",
    "SSI, 04e40400ff14",
    "GM65, 7e000801000201abcd"
  })
  void theTriggerIsThePublishedCommand(ScanProtocol protocol, String hex) {
    assertArrayEquals(HexFormat.of().parseHex(hex), protocol.start());
  }

  @ParameterizedTest
  @EnumSource
  void aCodeIsReadWhenItIsHeldUp(ScanProtocol protocol) throws Exception {
    ScanEngineSimulator device = simulator(protocol);
    try (SerialCable cable = plugged(device);
        ScanEngine engine = open(cable, protocol)) {
      assertEquals(Optional.empty(), engine.check());
      assertEquals(Optional.empty(), engine.on());

      device.hold(VOUCHER);

      assertEquals(VOUCHER, engine.next(SOON).orElseThrow().text());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NEWLAND", "HONEYWELL", "SSI", "GM65"})
  void anEngineThatIsNotAskedStaysDark(ScanProtocol protocol) throws Exception {
    ScanEngineSimulator device = simulator(protocol);
    try (SerialCable cable = plugged(device);
        ScanEngine engine = open(cable, protocol)) {
      device.hold(VOUCHER);
      assertEquals(Optional.empty(), engine.next(BRIEFLY));
      assertFalse(device.lit());
      device.takeAway();

      engine.on();
      awaitLit(device, true);
      engine.off();
      awaitLit(device, false);
    }
  }

  @Test
  void theLastCitizensCodeIsNotTheNextOnes() throws Exception {
    ScanEngineSimulator device = simulator(ScanProtocol.PLAIN);
    try (SerialCable cable = plugged(device);
        ScanEngine engine = open(cable, ScanProtocol.PLAIN)) {
      engine.on();
      engine.off();
      device.hold("OLD");
      Thread.sleep(BRIEFLY);

      engine.on();
      device.hold("NEW");

      assertEquals("NEW", engine.next(SOON).orElseThrow().text());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NEWLAND", "SSI", "GM65"})
  void aHangingEngineIsSilentAndComesBack(ScanProtocol protocol) throws Exception {
    ScanEngineSimulator device = simulator(protocol);
    try (SerialCable cable = plugged(device);
        ScanEngine engine = open(cable, protocol)) {
      device.mute(true);
      assertEquals(Optional.of(ScanFault.SILENT), engine.check());
      device.mute(false);
      assertEquals(Optional.empty(), engine.check());
    }
  }

  @Test
  void anEngineThatSleepsIsWokenAndAskedAgain() throws Exception {
    ScanEngineSimulator device = simulator(ScanProtocol.SSI);
    try (SerialCable cable = plugged(device);
        ScanEngine engine = open(cable, ScanProtocol.SSI)) {
      device.sleep();

      assertEquals(Optional.empty(), engine.on());

      device.hold(VOUCHER);
      assertEquals(VOUCHER, engine.next(SOON).orElseThrow().text());
    }
  }

  @Test
  void aPulledCableIsALostLine() throws Exception {
    ScanEngineSimulator device = simulator(ScanProtocol.NEWLAND);
    try (SerialCable cable = plugged(device);
        ScanEngine engine = open(cable, ScanProtocol.NEWLAND)) {
      engine.on();
      cable.pull();
      assertThrows(PortException.class, () -> engine.next(SOON));
      assertTrue(engine.lost());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'3132330d', 123",
    "'3132330a', 123",
    "'023132330d0a', 123",
    "'0231323303', 123",
    "'02013030303023534e4d3b033132330d', 123"
  })
  void codesEndInManyWays(String hex, String text) {
    List<String> codes = new ArrayList<>();
    SuffixDecoder decoder = new SuffixDecoder(CodeEnding.SUFFIX);
    feed(decoder, HexFormat.of().parseHex(hex), codes);
    decoder.silence(collecting(codes));
    assertEquals(List.of(text), codes);
  }

  @Test
  void aCodeWithoutSuffixIsAWholeOneOnlyWhereTheEngineSendsNone() {
    List<String> codes = new ArrayList<>();
    SuffixDecoder decoder = new SuffixDecoder(CodeEnding.SILENCE);
    feed(decoder, bytes("123"), codes);
    decoder.silence(collecting(codes));
    assertEquals(List.of("123"), codes);
  }

  @Test
  void neitherHalfOfACodeCutByAPauseIsACode() {
    List<String> codes = new ArrayList<>();
    SuffixDecoder decoder = new SuffixDecoder(CodeEnding.SUFFIX);
    feed(decoder, bytes("42437548"), codes);
    decoder.silence(collecting(codes));
    feed(decoder, bytes("26492874\r"), codes);
    feed(decoder, bytes("4249\r"), codes);
    assertEquals(List.of("cut", "4249"), codes);
  }

  @Test
  void halfAReplyIsNoPartOfACode() {
    List<String> codes = new ArrayList<>();
    SuffixDecoder decoder = new SuffixDecoder(CodeEnding.SUFFIX);
    feed(decoder, HexFormat.of().parseHex("020130303030"), codes);
    decoder.silence(collecting(codes));
    feed(decoder, HexFormat.of().parseHex("2353434e545247310d"), codes);
    assertEquals(List.of(), codes);

    decoder.forget();
    feed(decoder, bytes("4249\r"), codes);
    assertEquals(List.of("4249"), codes);
  }

  @ParameterizedTest
  @EnumSource(names = {"NEWLAND", "HONEYWELL", "GM65", "PLAIN"})
  void aCodeWhoseSuffixNeverComesIsNotHandedOnAndTheNextOneIs(ScanProtocol protocol)
      throws Exception {
    ScanEngineSimulator device = simulator(protocol);
    try (SerialCable cable = plugged(device);
        ScanEngine engine = open(cable, protocol)) {
      engine.on();
      device.suffix("");
      device.hold(VOUCHER);
      assertEquals(Optional.empty(), engine.next(SOON));
      assertEquals(1, engine.cutCodes());

      engine.on();
      device.suffix("\r");
      device.hold(VOUCHER);
      assertEquals(VOUCHER, engine.next(SOON).orElseThrow().text());
      assertEquals(0, engine.cutCodes());
    }
  }

  @Test
  void aPacketSentAgainIsOneCode() {
    byte[] packet = HexFormat.of().parseHex("07f30000f14142");
    List<String> codes = new ArrayList<>();
    SsiDecoder decoder = new SsiDecoder();
    feed(decoder, withChecksum(packet), codes);
    packet[3] = 1;
    feed(decoder, withChecksum(packet), codes);
    assertEquals(List.of("AB"), codes);
  }

  @Test
  void anyBytesEndInCodesOrNothing() {
    for (long seed = 0; seed < 200; seed++) {
      byte[] garbage = new byte[20_000];
      new Random(seed).nextBytes(garbage);
      for (ScanProtocol protocol : ScanProtocol.values()) {
        ScanDecoder decoder = ScanSettings.usual(protocol).decoder();
        List<String> codes = new ArrayList<>();
        feed(decoder, garbage, codes);
        decoder.silence(collecting(codes));
        assertFalse(decoder.begun());
        assertTrue(codes.size() < garbage.length);
      }
    }
  }

  @Test
  void anEndlessCodeIsNoCode() {
    List<String> codes = new ArrayList<>();
    SuffixDecoder decoder = new SuffixDecoder(CodeEnding.SUFFIX);
    byte[] endless = new byte[50_000];
    Arrays.fill(endless, (byte) '7');
    feed(decoder, endless, codes);
    feed(decoder, new byte[] {'\r', '4', '2', '\r'}, codes);
    assertEquals(List.of("42"), codes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] withChecksum(byte[] packet) {
    int sum = 0;
    for (byte b : packet) {
      sum += b & 0xFF;
    }
    byte[] whole = Arrays.copyOf(packet, packet.length + 2);
    whole[packet.length] = (byte) (-sum >> 8);
    whole[packet.length + 1] = (byte) -sum;
    return whole;
  }

  private static void feed(ScanDecoder decoder, byte[] bytes, List<String> codes) {
    ScanDecoder.Sink sink = collecting(codes);
    for (byte b : bytes) {
      decoder.accept(b & 0xFF, sink);
    }
  }

  private static ScanDecoder.Sink collecting(List<String> codes) {
    return new ScanDecoder.Sink() {
      @Override
      public void code(byte[] content) {
        codes.add(new ScannedCode(content).text());
      }

      @Override
      public void cut() {
        codes.add("cut");
      }

      @Override
      public void acknowledged() {}

      @Override
      public void refused() {}

      @Override
      public void reply(byte[] bytes) {}
    };
  }

  private static void awaitLit(ScanEngineSimulator device, boolean lit)
      throws InterruptedException {
    while (device.lit() != lit) {
      Thread.sleep(10);
    }
  }

  private static ScanEngineSimulator simulator(ScanProtocol protocol) {
    return new ScanEngineSimulator(ScanEngineSimulator.Maker.valueOf(protocol.name()));
  }

  private SerialCable plugged(ScanEngineSimulator device) {
    return new SerialCable(folder.resolve("scan"), BAUD, device, 1).plugIn();
  }

  private static ScanEngine open(SerialCable cable, ScanProtocol protocol) throws PortException {
    return new ScanEngine(
        new SerialPortOpener(cable.path(), SerialSettings.at(BAUD)).open(),
        ScanSettings.usual(protocol),
        System::nanoTime);
  }
}
