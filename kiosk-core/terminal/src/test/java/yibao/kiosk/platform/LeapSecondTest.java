package yibao.kiosk.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yibao.kiosk.platform.transport.Transport;

/** A platform that counts leap seconds: the last was 2017-01-01 07:59:60 in Beijing. */
class LeapSecondTest {

  private static final Instant LAST = Instant.parse("2016-12-31T23:59:59Z");

  @Test
  void a_filing_that_moved_on_in_a_leap_second_is_read() {
    Fields row =
        new Fields(JsonNodeFactory.instance.objectNode().put("prcs_time", "2017-01-01 07:59:60"));

    assertEquals(Optional.of(LocalDateTime.of(2017, 1, 1, 7, 59, 59)), row.moment("prcs_time"));
  }

  @Test
  void an_answer_given_in_a_leap_second_still_tells_the_time() {
    List<Instant> told = new ArrayList<>();
    new NationalPlatform(
            Samples.profile(),
            Samples.TERMINAL,
            (_, _) ->
                new Transport.Delivery.Answered(
                    "{\"infcode\":0,\"respond_time\":\"20170101075960123\",\"output\":{}}"
                        .getBytes(StandardCharsets.UTF_8)),
            InstantSource.fixed(LAST),
            told::add)
        .warmUp();

    assertEquals(List.of(LAST), told);
  }

  @Test
  void sixty_minutes_are_no_leap_second() {
    Fields row =
        new Fields(JsonNodeFactory.instance.objectNode().put("prcs_time", "2017-01-01 07:60:00"));

    assertThrows(NotUnderstood.class, () -> row.moment("prcs_time"));
  }
}
