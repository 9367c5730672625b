package yibao.kiosk.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import yibao.kiosk.catalog.Commitment;
import yibao.kiosk.journey.view.Language;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.voice.Phrases;
import yibao.kiosk.voice.Speech;

/**
 * The phrases of the loudspeaker, as words and as sound, and the region's 承诺书 read out whole; the
 * same for everybody.
 */
public final class VoiceApi {

  /** The name of a 承诺书 among the phrases: this and the digest of its text. */
  private static final String LETTER = "letter.";

  private final List<Speech> speeches;
  private final Supplier<Collection<Commitment>> letters;
  private final Sentences sentences;
  private final ViewJson json;
  private final Map<Language, Phrases> phrases = new ConcurrentHashMap<>();

  /**
   * Serves phrases.
   *
   * @param speeches asked in this order; the first that can say a phrase does
   * @param letters what citizens of this region sign, which may be heard instead of read
   */
  public VoiceApi(
      List<Speech> speeches, Supplier<Collection<Commitment>> letters, Sentences sentences) {
    this.speeches = List.copyOf(speeches);
    this.letters = letters;
    this.sentences = sentences;
    this.json = new ViewJson();
  }

  /** Adds the routes. */
  public void mount(Router router) {
    router.get("/api/voice/:language").handler(this::words);
    router.get("/api/voice/:language/:phrase").handler(this::sound);
  }

  private void words(RoutingContext context) {
    Map<String, String> all = in(context).map(Phrases::all).orElse(Map.of());
    context
        .response()
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .end(json.write(all));
  }

  private void sound(RoutingContext context) {
    String language = context.pathParam("language");
    String phrase = context.pathParam("phrase");
    // Only a phrase that exists becomes part of a file's name.
    Optional<Speech.Sound> sound =
        in(context)
            .flatMap(its -> its.text(phrase))
            .or(() -> letter(phrase))
            .flatMap(
                text ->
                    speeches.stream()
                        .map(speech -> speech.say(language, phrase, text))
                        .flatMap(Optional::stream)
                        .findFirst());
    sound.ifPresentOrElse(
        found ->
            context
                .response()
                .putHeader("Content-Type", found.type())
                .end(Buffer.buffer(found.content())),
        () -> Problem.of(404, "web.unknown", sentences.say("web.unknown")).send(context, json));
  }

  private Optional<String> letter(String phrase) {
    return letters.get().stream()
        .filter(letter -> phrase.equals(LETTER + letter.digest()))
        .findFirst()
        .map(letter -> letter.title() + "\n" + String.join("\n", letter.paragraphs()));
  }

  private Optional<Phrases> in(RoutingContext context) {
    return Language.of(context.pathParam("language"))
        .map(language -> phrases.computeIfAbsent(language, l -> Phrases.of(l.tag())));
  }
}
