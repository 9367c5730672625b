package yibao.kiosk.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.Rating;
import yibao.kiosk.store.Keys;
import yibao.kiosk.store.SqliteRatings;
import yibao.kiosk.store.SqliteStore;

/** Ratings reach the province, whatever happens in between. */
class RatingCourierTest {

  private static final LocalDate ANSWER_BY = LocalDate.of(2026, 3, 23);

  @TempDir private Path data;
  private final HandMadeTime time = new HandMadeTime();
  private final List<String> taken = new ArrayList<>();
  private boolean reachable = true;
  private SqliteStore store;
  private SqliteRatings ratings;
  private RatingCourier courier;

  @BeforeEach
  void open() {
    store = SqliteStore.open(data, Keys.named("k1"), time);
    ratings = new SqliteRatings(store);
    courier = new RatingCourier(ratings, this::take, time, new Random(1), Runnable::run);
    courier.start();
  }

  @AfterEach
  void close() {
    courier.close();
    store.close();
  }

  private Reply<String> take(Rating rating) {
    if (!reachable) {
      return new Reply.Unreachable<>("platform.down");
    }
    if (rating.about().equals("refused")) {
      return new Reply.Refused<>("9001", "没有这个办件");
    }
    taken.add(rating.about());
    return new Reply.Answered<>(rating.about());
  }

  private void givenARating(String about) {
    ratings.rate(new Rating(about, "qinghai", 8, 2, List.of("slow"), time.instant()), ANSWER_BY);
  }

  @Test
  void a_rating_is_brought_within_minutes_and_only_once() {
    givenARating("f1");
    time.pass(Duration.ofMinutes(2));
    time.pass(Duration.ofHours(2));

    assertEquals(List.of("f1"), taken);
  }

  @Test
  void what_was_rated_while_the_province_was_away_is_brought_later_oldest_first() {
    reachable = false;
    givenARating("f1");
    time.pass(Duration.ofMinutes(10));
    givenARating("f2");
    time.pass(Duration.ofHours(1));
    assertEquals(List.of(), taken);
    reachable = true;
    time.pass(Duration.ofHours(1));

    assertEquals(List.of("f1", "f2"), taken);
  }

  @Test
  void what_was_rated_before_the_power_went_is_brought_after_it() {
    reachable = false;
    givenARating("f1");
    close();
    reachable = true;
    open();
    time.pass(Duration.ofMinutes(2));

    assertEquals(List.of("f1"), taken);
  }

  @Test
  void a_rating_the_province_refuses_does_not_hold_up_the_next() {
    givenARating("refused");
    givenARating("f2");
    time.pass(Duration.ofMinutes(2));

    assertEquals(List.of("f2"), taken);
    assertEquals(List.of(), ratings.unsent(10));
    assertEquals(2, ratings.openTasks().size(), "staff see to both all the same");
  }
}
