package yibao.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.store.InMind;

class ScreenWordsTest {
  private static final String NOTICE =
      "{\"text\":\"今天下午四点停止叫号\",\"until\":\"2026-03-02T08:00:00Z\"}";

  private final Screens screens = new Screens();
  private final InMind memory = new InMind();
  private final List<Screens.Word> heard = new ArrayList<>();
  private final ScreenWords words = new ScreenWords(screens, memory, Sentences.chinese());

  @Test
  void a_notice_is_shown_when_a_page_says_that_it_shows_it() {
    screens.listens(
        word -> {
          heard.add(word);
          screens.shown(word.name());
        });

    assertEquals(Screens.Heeded.DONE, notice());
    assertEquals(List.of(new Screens.Word("notice", NOTICE)), heard);
  }

  @Test
  void nothing_is_said_or_kept_where_there_is_no_page() {
    assertEquals(Screens.Heeded.NOBODY_THERE, notice());

    new ScreenWords(screens, memory, Sentences.chinese());
    screens.listens(heard::add);
    assertEquals(List.of(), heard);
  }

  @Test
  void what_was_said_stands_after_a_restart_until_it_is_ended() {
    screens.listens(word -> screens.shown(word.name()));
    notice();
    words.volume(40);

    Screens anew = new Screens();
    ScreenWords after = new ScreenWords(anew, memory, Sentences.chinese());
    anew.listens(
        word -> {
          heard.add(word);
          anew.shown(word.name());
        });
    assertTrue(heard.contains(new Screens.Word("notice", NOTICE)));
    assertTrue(heard.contains(new Screens.Word("volume", "{\"percent\":40}")));
    assertEquals(Screens.Heeded.DONE, after.endNotice());
    assertEquals(new Screens.Word("notice", "{}"), heard.getLast());
  }

  private Screens.Heeded notice() {
    return words.notice("今天下午四点停止叫号", Optional.of(Instant.parse("2026-03-02T08:00:00Z")));
  }
}
