package yibao.kiosk.hardware;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.devices.certified.CertifiedComponent.Answer;
import yibao.devices.certified.CertifiedComponentPlugin;
import yibao.simulators.certified.CertifiedModuleSimulator;
import yibao.simulators.wire.NetworkRelay;

/** The component's service on a port of this machine, with its owner. */
@Timeout(60)
class SupervisedCertifiedComponentTest {
  private static final byte[] REQUEST =
      "{\"transType\":\"cn.nhsa.ec.auth\"}".getBytes(StandardCharsets.UTF_8);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CompletableFuture<byte[]> answer = new CompletableFuture<>();
  private final CertifiedModuleSimulator module =
      new CertifiedModuleSimulator(
          request -> {
            asked.countDown();
            return answer.join();
          });
  private final NetworkRelay relay = new NetworkRelay(module.address().getPort()).plugIn();
  private final DeviceBoard board = new DeviceBoard(InstantSource.system());
  private final Heard<List<DeviceStatus>> states = new Heard<>();
  private final SupervisedCertifiedComponent station =
      new SupervisedCertifiedComponent(
          CertifiedComponentPlugin.find("service")
              .orElseThrow()
              .configure(Map.of("address", address().toString())),
          board,
          new Random(3));

  @BeforeEach
  void begin() throws InterruptedException {
    board.subscribe(states);
    station.start();
    await(DeviceState.ONLINE);
  }

  @AfterEach
  void end() {
    answer.complete(REQUEST);
    station.close();
    relay.close();
    module.close();
  }

  @Test
  void itIsBusyWhileAPersonStandsBeforeItAndTheAnswerComesByteForByte() throws Exception {
    CompletableFuture<Answer> called =
        CompletableFuture.supplyAsync(() -> station.call(REQUEST), Thread::startVirtualThread);
    asked.await();
    await(DeviceState.DEVICE_BUSY);

    answer.complete(REQUEST);

    Answer.Said said = assertInstanceOf(Answer.Said.class, called.get(10, TimeUnit.SECONDS));
    assertArrayEquals(REQUEST, said.json());
    await(DeviceState.ONLINE);
  }

  @Test
  void pulledOutItIsNotThereAndComesBackByItself() throws Exception {
    answer.complete(REQUEST);
    relay.pull();
    await(DeviceState.NO_DEVICE);
    assertEquals(new Answer.NotReached(), station.call(REQUEST));

    relay.plugIn();

    await(DeviceState.ONLINE);
    assertInstanceOf(Answer.Said.class, station.call(REQUEST));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 40, 200, 250, 300})
  void aCallWhoseLinkIsCutIsNeverAnsweredAndTheNextOneIs(int bytes) throws Exception {
    answer.complete(REQUEST);
    relay.after(bytes);
    assertNotEquals(Answer.Said.class, station.call(REQUEST).getClass());

    relay.plugIn();

    await(DeviceState.ONLINE);
    assertInstanceOf(Answer.Said.class, station.call(REQUEST));
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + relay.port() + module.address().getPath());
  }

  private void await(DeviceState state) throws InterruptedException {
    states.until(all -> all.stream().anyMatch(s -> s.state() == state));
  }
}
