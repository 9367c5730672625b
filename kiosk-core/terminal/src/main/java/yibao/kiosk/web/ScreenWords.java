package yibao.kiosk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.store.Memory;

/**
 * What staff let the citizen's page show beside the visit, and how loud it is. Stays over a
 * restart; counts as done when a page says that it shows it.
 */
public final class ScreenWords {
  private static final String NOTICE = "notice";
  private static final String VOLUME = "volume";
  private static final String KEPT_AS = "screen.";

  /** A page that paints answers within a blink; one that is busy with a film takes longer. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Screens screens;
  private final Memory memory;
  private final Sentences sentences;
  private final ViewJson json = new ViewJson();

  /** The contract's {@code ScreenNotice}. */
  private record Notice(Optional<String> text, Optional<Instant> until) {}

  /** The contract's {@code ScreenVolume}. */
  private record Volume(int percent) {}

  /**
   * Says what was said before the last restart.
   *
   * @param memory keeps what was said; a page hears it again whenever it comes
   */
  public ScreenWords(Screens screens, Memory memory, Sentences sentences) {
    this.screens = screens;
    this.memory = memory;
    this.sentences = sentences;
    recall(NOTICE);
    recall(VOLUME);
  }

  /** Adds the call by which a page says what it shows. */
  public void mount(Router router) {
    router.post("/api/screen/shown").handler(this::shown);
  }

  /** Shows a notice in place of any other. */
  public Screens.Heeded notice(String text, Optional<Instant> until) {
    return show(NOTICE, json.write(new Notice(Optional.of(text), until)));
  }

  /** Shows no notice. */
  public Screens.Heeded endNotice() {
    return show(NOTICE, json.write(new Notice(Optional.empty(), Optional.empty())));
  }

  /** Sounds at this volume, in percent. */
  public Screens.Heeded volume(int percent) {
    return show(VOLUME, json.write(new Volume(percent)));
  }

  private Screens.Heeded show(String name, String data) {
    try {
      Screens.Heeded heeded = screens.show(name, data, PATIENCE);
      if (heeded != Screens.Heeded.NOBODY_THERE) {
        memory.remember(KEPT_AS + name, data);
      }
      return heeded;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Screens.Heeded.NOT_IN_TIME;
    }
  }

  private void recall(String name) {
    memory.recall(KEPT_AS + name).ifPresent(data -> screens.say(name, data));
  }

  private void shown(RoutingContext context) {
    try {
      screens.shown(json.read(context.body().asString()).path("name").asText());
      context.response().setStatusCode(204).end();
    } catch (JsonProcessingException e) {
      Problem.of(400, "web.misread", sentences.say("web.misread")).send(context, json);
    }
  }
}
