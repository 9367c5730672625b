package yibao.kiosk.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.platform.Attachments.AttachmentReply;
import yibao.kiosk.platform.Attachments.Scan;
import yibao.kiosk.platform.transport.HttpPost;
import yibao.kiosk.platform.transport.PlainTransport;
import yibao.kiosk.record.FilingKey;
import yibao.sandbox.Mood;
import yibao.sandbox.SandboxPlatform;

class NationalAttachmentsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T01:30:00Z");

  @TempDir Path directory;

  private final byte[] bytes = new byte[100_000];
  private final AtomicInteger reads = new AtomicInteger();
  private SandboxPlatform sandbox;
  private NationalPlatform platform;
  private String digest;

  @BeforeEach
  void start() throws Exception {
    new Random(7).nextBytes(bytes);
    digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    sandbox = SandboxPlatform.start(new SandboxPlatform.Settings(directory, 0, () -> NOW));
    platform =
        new NationalPlatform(
            Samples.profile(),
            Samples.TERMINAL,
            new PlainTransport(
                new HttpPost(
                    sandbox.address(),
                    new HttpPost.Patience(Duration.ofSeconds(2), Duration.ofSeconds(10)))),
            () -> NOW);
  }

  @AfterEach
  void stop() throws IOException {
    sandbox.close();
  }

  @Test
  void a_scan_arrives_whole_and_is_not_sent_twice() throws IOException {
    assertEquals(new AttachmentReply.Whole(), platform.attachments().send(scan(digest)));
    assertEquals(4, reads.get());
    assertArrayEquals(bytes, Files.readAllBytes(directory.resolve("attachments").resolve(digest)));

    assertEquals(new AttachmentReply.Whole(), platform.attachments().send(scan(digest)));
    assertEquals(4, reads.get(), "nothing read again");
  }

  @Test
  void sending_goes_on_where_it_broke_off_even_when_the_answer_was_lost() throws IOException {
    Scan breaking =
        new Scan(
            digest,
            "image/jpeg",
            bytes.length,
            (offset, length) -> {
              sandbox.mood(offset < 50_000 ? Mood.NORMAL : Mood.DROP_REPLY);
              return Arrays.copyOfRange(bytes, offset, offset + length);
            });

    assertEquals(
        new AttachmentReply.BrokeOff("platform.connection-lost"),
        platform.attachments().send(breaking));
    sandbox.mood(Mood.NORMAL);

    assertEquals(new AttachmentReply.Whole(), platform.attachments().send(scan(digest)));
    assertEquals(1, reads.get(), "only the last part was missing");
  }

  @Test
  void a_scan_that_is_not_what_its_digest_says_is_refused() throws IOException {
    assertInstanceOf(
        AttachmentReply.Refused.class, platform.attachments().send(scan("0".repeat(64))));
  }

  @Test
  void a_filing_is_taken_once_its_attachments_are_there() throws IOException {
    var filing = Samples.filing(FilingKey.fresh(), "reimbursement", Map.of("attachments", digest));

    assertEquals(new FilingReply.NotSent("platform.not-now"), platform.submit(filing));
    platform.attachments().send(scan(digest));
    assertInstanceOf(FilingReply.Taken.class, platform.submit(filing));
  }

  private Scan scan(String named) {
    return new Scan(
        named,
        "image/jpeg",
        bytes.length,
        (offset, length) -> {
          reads.incrementAndGet();
          return Arrays.copyOfRange(bytes, offset, offset + length);
        });
  }
}
