package yibao.kiosk.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import yibao.kiosk.platform.transport.Transport;
import yibao.kiosk.record.FilingKey;

@Timeout(60)
class SignInTest {

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch silence = new CountDownLatch(1);
  private final AtomicInteger signIns = new AtomicInteger();
  private final NationalPlatform platform =
      new NationalPlatform(
          Samples.profile(),
          Samples.TERMINAL,
          (_, _) -> {
            signIns.incrementAndGet();
            asked.countDown();
            try {
              silence.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            return new Transport.Delivery.NotSent("platform.timeout-connect");
          },
          InstantSource.system());

  @Test
  void whoever_waits_while_a_silent_platform_is_asked_for_a_sign_in_shares_its_silence()
      throws Exception {
    CompletableFuture<FilingReply> first = new CompletableFuture<>();
    CompletableFuture<FilingReply> second = new CompletableFuture<>();
    submitting(first).start();
    asked.await();
    Thread waiting = submitting(second);
    waiting.start();
    while (waiting.isAlive() && waiting.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }

    silence.countDown();

    FilingReply notSent = new FilingReply.NotSent("platform.timeout-connect");
    assertEquals(notSent, first.get());
    assertEquals(notSent, second.get());
    assertEquals(1, signIns.get());
    assertEquals(notSent, platform.submit(Samples.filing(FilingKey.fresh(), "transfer", Map.of())));
    assertEquals(2, signIns.get(), "whoever comes later asks anew");
  }

  private Thread submitting(CompletableFuture<FilingReply> reply) {
    return Thread.ofPlatform()
        .daemon()
        .unstarted(
            () ->
                reply.complete(
                    platform.submit(Samples.filing(FilingKey.fresh(), "transfer", Map.of()))));
  }
}
