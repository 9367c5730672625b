package yibao.kiosk.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.filing.HandMadeTime;
import yibao.kiosk.filing.SandboxLine;
import yibao.kiosk.record.Rating;
import yibao.sandbox.SandboxPlatform;

/** A rating goes over the wire of the national envelope. */
class NationalRatingDeskTest {

  @TempDir private Path directory;

  @Test
  void the_province_has_a_rating_once_however_often_it_is_brought() throws IOException {
    HandMadeTime time = new HandMadeTime();
    Path province = directory.resolve("province");
    try (SandboxPlatform sandbox =
        SandboxPlatform.start(new SandboxPlatform.Settings(province, 0, time))) {
      RatingDesk desk = SandboxLine.open("T1", SandboxLine.to(sandbox), time).ratingDesk();
      String about = about();
      Rating rating = new Rating(about, "qinghai", 8, 2, List.of("slow", "device"), time.instant());

      assertEquals(new Reply.Answered<>(about), desk.take(rating));
      assertEquals(new Reply.Answered<>(about), desk.take(rating));
    }
    List<String> kept = Files.readAllLines(province.resolve("ratings"));
    assertEquals(1, kept.size());
    assertEquals(about() + " qinghai-8 2 slow,device", kept.getFirst().substring(0, 56));
  }

  private static String about() {
    return "0123456789abcdef0123456789abcdef";
  }
}
